/** In the place of an id: every Mini Program. */
export const ALL_APPS = 'all';

/** Whether an address narrows to one Mini Program: it may say nothing, or ALL_APPS. */
export const isOneApp = (app: string): boolean => app !== '' && app !== ALL_APPS;
