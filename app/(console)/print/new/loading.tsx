export { default } from '@/app/(console)/exports/new/loading';
