export { default } from '../../exports/new/loading';
