import { ErrorPage } from '@/components/layout/error-page';
import { Button } from '@/components/ui/button';
export default function Page() {
  return (
    <main>
      <ErrorPage
        code="404"
        title="没有找到这个页面"
        text="链接可能已失效，或内容已被删除。"
        requestId="req_01JD8K3"
        actions={<Button>回到首页</Button>}
      />
    </main>
  );
}
