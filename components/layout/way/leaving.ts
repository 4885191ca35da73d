/** Said to the window by instrumentation-client.ts, with the address that a press leads to. */
export const LEAVING = 'suncode:leaving';
