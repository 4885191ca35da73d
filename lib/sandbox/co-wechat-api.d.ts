/** The few members that the conformance test uses; the package has no types of its own. */
declare module 'co-wechat-api' {
  type SavedToken = { accessToken: string; expireTime: number };

  export default class WechatApi {
    constructor(appId: string, appSecret: string);
    prefix: string;
    wxaPrefix: string;
    store: SavedToken | null;
    setOpts(options: { timeout: number }): void;
    createWXAQRCode(path: string, widthPx?: number): Promise<Buffer>;
    getWXACode(path: string, widthPx?: number, autoColor?: boolean): Promise<Buffer>;
    getWXACodeUnlimit(scene: string, page?: string, widthPx?: number): Promise<Buffer>;
  }
}
