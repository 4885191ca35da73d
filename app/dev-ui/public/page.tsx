import { PublicShell } from '@/components/layout/public-shell';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
export default function Page() {
  return (
    <PublicShell title="登录" description="用管理员给你的账号登录。" footer="忘记密码？请联系管理员重置。">
      <form className="flex flex-col gap-4">
        <Field label="邮箱">
          <Input type="email" />
        </Field>
        <Field label="密码">
          <Input type="password" />
        </Field>
        <Button size="lg" className="mt-2">
          登录
        </Button>
      </form>
    </PublicShell>
  );
}
