'use client';
import { Grid2x2, List, Search, Download, Trash2, QrCode, MoreHorizontal, Pencil } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Alert } from '@/components/ui/alert';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { CodeBlock } from '@/components/ui/code-block';
import { ColorSwatch } from '@/components/ui/color-swatch';
import { CopyButton } from '@/components/ui/copy-button';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormErrorSummary } from '@/components/ui/form-error-summary';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { NumberInput } from '@/components/ui/number-input';
import { Popover, PopoverContent, PopoverTitle, PopoverTrigger } from '@/components/ui/popover';
import { Progress } from '@/components/ui/progress';
import { RadioCard, RadioCardGroup } from '@/components/ui/radio-card';
import { RelativeTime } from '@/components/ui/relative-time';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { Separator } from '@/components/ui/separator';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet';
import { Switch } from '@/components/ui/switch';
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { TableRegion } from '@/components/ui/table-region';
import { Tabs, TabsList, TabsPanel, TabsTab } from '@/components/ui/tabs';
import { Textarea } from '@/components/ui/textarea';
import { EmptyState } from '@/components/data/empty-state';
import { ErrorState } from '@/components/data/error-state';
import { LoadMore } from '@/components/data/load-more';
import { CardGridSkeleton, TableSkeleton } from '@/components/data/page-skeletons';

export function Demo() {
  const [n, setN] = useState<number | null>(430);
  const [view, setView] = useState<'cards' | 'table'>('cards');
  const [color, setColor] = useState('#2b6cb0');
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-wrap items-center gap-2">
        <Button>生成小程序码</Button>
        <Button variant="secondary">
          <Download aria-hidden />
          下载
        </Button>
        <Button variant="ghost">取消</Button>
        <Button variant="danger">
          <Trash2 aria-hidden />
          删除
        </Button>
        <Button variant="link">了解更多</Button>
        <Button pending>正在生成…</Button>
        <Button disabled>不可用</Button>
        <Button size="sm" variant="secondary">
          小 <Kbd>C</Kbd>
        </Button>
        <Button size="lg">登录</Button>
        <IconButton label="编辑">
          <Pencil aria-hidden />
        </IconButton>
        <CopyButton text="hi" label="复制" copiedLabel="已复制" />
        <CopyButton text="hi" label="复制路径" copiedLabel="已复制" showLabel variant="secondary" />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Badge>草稿</Badge>
        <Badge tone="success" dot>
          已生成
        </Badge>
        <Badge tone="warning" dot>
          生成中
        </Badge>
        <Badge tone="danger" dot>
          失败
        </Badge>
        <Badge tone="info">沙盒</Badge>
        <Badge tone="accent">新</Badge>
        <Badge tone="outline">体验版</Badge>
        <Avatar name="王小明" />
        <Avatar name="Ada Lovelace" size="sm" />
        <Kbd>⌘</Kbd>
        <Kbd>K</Kbd>
        <Segmented
          aria-label="视图"
          value={view}
          onValueChange={setView}
          items={[
            { value: 'cards', label: '卡片', icon: <Grid2x2 aria-hidden /> },
            { value: 'table', label: '表格', icon: <List aria-hidden /> },
          ]}
        />
        <Segmented
          iconOnly
          aria-label="视图 2"
          value={view}
          onValueChange={setView}
          items={[
            { value: 'cards', label: '卡片', icon: <Grid2x2 aria-hidden /> },
            { value: 'table', label: '表格', icon: <List aria-hidden /> },
          ]}
        />
      </div>
      <Card>
        <CardHeader
          title="码的内容"
          description="扫码后打开哪个页面、带什么参数"
          actions={<Badge tone="outline">接口 B</Badge>}
        />
        <CardBody className="grid gap-5 sm:grid-cols-2">
          <Field label="接口" group className="sm:col-span-2" hint="生成后不能更换">
            <RadioCardGroup defaultValue="unlimited" className="sm:grid-cols-3">
              <RadioCard
                value="unlimited"
                title="不限数量"
                badge={<Badge tone="success">推荐</Badge>}
                description="圆形小程序码，参数最长 32 个字符，数量不限。"
                icon={<QrCode aria-hidden className="size-4" />}
              />
              <RadioCard
                value="limited"
                title="永久码"
                description="圆形小程序码，路径可带参数，和二维码合计 10 万个。"
              />
              <RadioCard value="qr" title="二维码" description="方形二维码，合计 10 万个。" disabled />
            </RadioCardGroup>
          </Field>
          <Field label="名称" required counter="4 / 32">
            <Input placeholder="例如：春季海报" defaultValue="春季海报" required />
          </Field>
          <Field label="参数 scene" required error="只能使用字母、数字和部分符号，最长 32 个字符">
            <Input defaultValue="门店=1" required />
          </Field>
          <Field
            label="页面"
            hint="以小程序里的路径为准，不要以 / 开头"
            warning="这个页面还没有发布，正式版扫码会打不开"
          >
            <Input defaultValue="pages/index/index" icon={<Search />} />
          </Field>
          <Field label="版本">
            <Select
              defaultValue="release"
              items={[
                { value: 'release', label: '正式版' },
                { value: 'trial', label: '体验版', description: '只有体验成员能打开' },
                { value: 'develop', label: '开发版', disabled: true },
              ]}
            />
          </Field>
          <Field label="宽度">
            <NumberInput
              value={n}
              onValueChange={setN}
              min={280}
              max={1280}
              unit="像素"
              decreaseLabel="减少"
              increaseLabel="增加"
            />
          </Field>
          <Field label="线条颜色" group>
            <div className="flex gap-2">
              {['#000000', '#2b6cb0', '#c05621', '#f6e05e'].map((c) => (
                <ColorSwatch
                  key={c}
                  color={c}
                  label={c}
                  selected={c === color}
                  onSelect={() => setColor(c)}
                />
              ))}
            </div>
          </Field>
          <Field label="备注" optionalLabel="选填" className="sm:col-span-2">
            <Textarea placeholder="给同事看的说明" />
          </Field>
          <div className="flex flex-col gap-1 sm:col-span-2">
            <Switch label="透明背景" description="适合放在有颜色的海报上" defaultChecked />
            <Switch label="自动配色" />
            <Separator className="my-2" />
            <Checkbox label="检查页面是否存在" description="未发布的页面请关闭" defaultChecked />
            <Checkbox label="部分选中" indeterminate />
            <Checkbox label="不可用" disabled />
          </div>
        </CardBody>
        <CardFooter>
          <Button variant="ghost">取消</Button>
          <Button>保存</Button>
        </CardFooter>
      </Card>
      <div className="grid gap-3">
        <FormErrorSummary
          title="还有 2 处需要修改"
          errors={[{ fieldId: 'a', message: '请填写名称' }, { message: '参数太长' }]}
        />
        <Alert title="沙盒小程序">沙盒生成的码不能用微信扫开，也不占用额度。</Alert>
        <Alert tone="success" title="连接正常">
          已取得接口凭证。
        </Alert>
        <Alert
          tone="warning"
          title="浅色线条可能变成黑色"
          actions={
            <Button size="sm" variant="secondary">
              换一个颜色
            </Button>
          }
        >
          微信会悄悄改成黑色。
        </Alert>
        <Alert tone="danger" title="生成失败">
          小程序还没有发布（41030）。
        </Alert>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Dialog>
          <DialogTrigger render={<Button variant="secondary" />}>对话框</DialogTrigger>
          <DialogContent
            title="重命名"
            description="名称只在后台显示。"
            closeLabel="关闭"
            footer={
              <>
                <Button variant="secondary">取消</Button>
                <Button>保存</Button>
              </>
            }
          >
            <Field label="名称">
              <Input defaultValue="春季海报" />
            </Field>
          </DialogContent>
        </Dialog>
        <ConfirmDialog
          trigger={<Button variant="danger">删除…</Button>}
          title="删除“春季海报”？"
          description="图片会移到回收站，30 天内可以恢复。"
          confirmLabel="删除"
          cancelLabel="取消"
          onConfirm={() =>
            toast.success('已删除“春季海报”', { action: { label: '撤销', onClick: () => {} } })
          }
          typeToConfirm={{ label: '输入 3 以确认', text: '3' }}
        />
        <Sheet>
          <SheetTrigger render={<Button variant="secondary" />}>抽屉</SheetTrigger>
          <SheetContent title="筛选" closeLabel="关闭" footer={<Button>应用</Button>}>
            内容
          </SheetContent>
        </Sheet>
        <Popover>
          <PopoverTrigger render={<Button variant="secondary" />}>浮层</PopoverTrigger>
          <PopoverContent>
            <PopoverTitle className="font-medium">导出</PopoverTitle>
            <p>内容</p>
          </PopoverContent>
        </Popover>
        <Menu>
          <MenuTrigger render={<Button variant="secondary" size="icon" aria-label="更多操作" />}>
            <MoreHorizontal aria-hidden />
          </MenuTrigger>
          <MenuContent>
            <MenuItem end={<Kbd>E</Kbd>}>
              <Pencil aria-hidden />
              重命名
            </MenuItem>
            <MenuItem>
              <Download aria-hidden />
              下载
            </MenuItem>
            <MenuSeparator />
            <MenuItem variant="danger">
              <Trash2 aria-hidden />
              删除
            </MenuItem>
          </MenuContent>
        </Menu>
        <Button
          variant="ghost"
          onClick={() => toast.error('没有保存成功', { description: '网络连接中断，请重试。' })}
        >
          失败提示
        </Button>
        <Button
          variant="ghost"
          onClick={() => toast.success('已删除“春季海报”', { action: { label: '撤销', onClick: () => {} } })}
        >
          成功提示
        </Button>
      </div>
      <Tabs defaultValue="a">
        <TabsList>
          <TabsTab value="a">
            全部 <Badge>128</Badge>
          </TabsTab>
          <TabsTab value="b">生成失败</TabsTab>
          <TabsTab value="c">回收站</TabsTab>
        </TabsList>
        <TabsPanel value="a">
          <TableRegion aria-label="小程序码">
            <Table className="min-w-160">
              <TableCaption>小程序码</TableCaption>
              <TableHeader>
                <TableRow>
                  <TableHead>名称</TableHead>
                  <TableHead>参数</TableHead>
                  <TableHead>状态</TableHead>
                  <TableHead>创建时间</TableHead>
                </TableRow>
              </TableHeader>
              <TableBody>
                {['春季海报', '南京西路店桌贴', '会员日易拉宝'].map((name, i) => (
                  <TableRow key={name} data-selected={i === 1 ? '' : undefined}>
                    <TableCell className="font-medium">{name}</TableCell>
                    <TableCell className="font-mono text-[0.8125rem]">store=10{i}</TableCell>
                    <TableCell>
                      <Badge tone="success" dot>
                        已生成
                      </Badge>
                    </TableCell>
                    <TableCell className="text-muted-foreground">
                      <RelativeTime value="2025-11-20T08:00:00Z" />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableRegion>
        </TabsPanel>
      </Tabs>
      <div className="grid gap-5 lg:grid-cols-2">
        <Card>
          <CardHeader title="详情" />
          <CardBody>
            <DescriptionList>
              <DescriptionRow
                label="AppID"
                mono
                action={<CopyButton text="x" label="复制 AppID" copiedLabel="已复制" />}
              >
                wx1234567890abcdef
              </DescriptionRow>
              <DescriptionRow label="页面" mono>
                pages/index/index
              </DescriptionRow>
              <DescriptionRow label="创建时间">
                <DateTime value="2025-11-20T08:00:00Z" />
              </DescriptionRow>
            </DescriptionList>
          </CardBody>
        </Card>
        <Card className="p-6">
          <div className="flex aspect-video items-center justify-center rounded-md checkerboard text-black">
            <QrCode aria-hidden className="size-20" />
          </div>
          <div className="mt-5 flex flex-col gap-3">
            <Progress aria-label="进度" value={312} max={1000} />
            <Progress aria-label="额度" role="meter" value={86} tone="warning" />
            <Progress aria-label="未知" value={null} />
          </div>
        </Card>
      </div>
      <CodeBlock
        aria-label="接收参数"
        caption="app.js"
        copyLabel="复制代码"
        copiedLabel="已复制"
        code={'Page({\n  onLoad(query) {\n    const scene = decodeURIComponent(query.scene);\n  },\n});'}
      />
      <EmptyState
        icon={<QrCode />}
        title="还没有小程序码"
        text="生成第一个小程序码，之后可以在这里查找、打印和导出。"
        action={<Button>生成小程序码</Button>}
      />
      <Card>
        <EmptyState
          variant="no-match"
          icon={<Search />}
          title="没有符合条件的小程序码"
          text="换个关键词，或清除筛选再看看。"
          action={<Button variant="secondary">清除筛选</Button>}
        />
      </Card>
      <Card>
        <ErrorState requestId="req_01JD8K3" onRetry={() => {}} />
      </Card>
      <CardGridSkeleton count={5} />
      <TableSkeleton rows={3} />
      <LoadMore shown={60} total={1284} hasMore loading={false} onLoadMore={() => {}} />
    </div>
  );
}
