import { PageHeader } from '@/components/layout/page-header';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConsoleShell } from '@/components/layout/console-shell';
import { Demo } from './demo';

async function switchApp() {
  'use server';
  await new Promise((r) => setTimeout(r, 800));
}

export default function Page() {
  return (
    <ConsoleShell
      apps={[
        { id: 'a', name: '星野咖啡', appId: 'wx8f2a90cc12de4471', mode: 'LIVE' },
        { id: 'b', name: '演示小程序', appId: 'wxsandbox00000001', mode: 'SANDBOX' },
      ]}
      currentAppId="b"
      onSwitchApp={switchApp}
      quota={{ used: 41207, limit: 100000 }}
      user={{ name: '王小明', email: 'xiaoming@example.com', role: 'ADMIN' }}
      can={{ generate: true, manageApps: true }}
    >
      <PageHeader
        title="春季海报"
        badge={
          <Badge tone="success" dot>
            已生成
          </Badge>
        }
        description="团队生成的全部小程序码。点开可以下载、重新生成和查看参数。"
        back={{ href: '/', label: '全部小程序码' }}
        actions={
          <>
            <Button variant="secondary">导出</Button>
            <Button>生成小程序码</Button>
          </>
        }
      />
      <Demo />
    </ConsoleShell>
  );
}
