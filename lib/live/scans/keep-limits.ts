// Apart from the schemas, so that the form loads no validator.

/** For how many days figures of each hour may be kept, and those of each day. */
export const SCAN_HOURS_KEEP = [30, 90, 180, 366] as const;
export const SCAN_DAYS_KEEP = [180, 366, 730, 1_095, 1_826] as const;
