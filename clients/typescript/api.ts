// Written by `npm run api-client` from /api/v1/openapi.json.
export interface paths {
  '/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened, newest first: who did what, with which thing, before and after. For keys that see every Mini Program.
     * @description Needs the permission audit.read.
     */
    get: operations['listAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/batches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Batches, drafts included, newest first.
     * @description Needs the permission batches.read.
     */
    get: operations['listBatches'];
    put?: never;
    /**
     * A batch from up to 50,000 rows. Every row is checked; nothing is called or counted before it is started.
     * @description Needs the permission batches.write.
     */
    post: operations['createBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/batches/{batchId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * State and counts of a batch; ask again every few seconds until it is FINISHED or CANCELLED.
     * @description Needs the permission batches.read.
     */
    get: operations['getBatch'];
    put?: never;
    post?: never;
    /**
     * Remove a batch that was not started.
     * @description Needs the permission batches.write.
     */
    delete: operations['deleteBatch'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/batches/{batchId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End a batch for good. Codes that were generated stay.
     * @description Needs the permission batches.write.
     */
    post: operations['cancelBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/batches/{batchId}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the check said of each row of a batch that was not started.
     * @description Needs the permission batches.read.
     */
    get: operations['listCheckedRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/batches/{batchId}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send no further row; those at WeChat come to their end.
     * @description Needs the permission batches.write.
     */
    post: operations['pauseBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/batches/{batchId}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Go on with a paused batch.
     * @description Needs the permission batches.write.
     */
    post: operations['resumeBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/batches/{batchId}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try failed rows again: all of them, or those of one cause.
     * @description Needs the permission batches.write.
     */
    post: operations['retryBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/batches/{batchId}/rows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What became of each row of a batch that was started, in their order.
     * @description Needs the permission batches.read.
     */
    get: operations['listRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/batches/{batchId}/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start a batch. Its rows are checked once more; quota is taken row by row.
     * @description Needs the permission batches.write.
     */
    post: operations['startBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Codes, newest first, with the filters of the page of codes. A page may be short and still have a nextCursor.
     * @description Needs the permission codes.read.
     */
    get: operations['listCodes'];
    put?: never;
    /**
     * Generate a code and keep it. A refusal of WeChat is kept with status FAILED.
     * @description Needs the permission codes.write.
     */
    post: operations['createCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/codes/{codeId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One code with all of its parameters.
     * @description Needs the permission codes.read.
     */
    get: operations['getCode'];
    put?: never;
    post?: never;
    /**
     * Move a code to the trash, where it stays for 30 days. Its quota stays spent.
     * @description Needs the permission codes.write.
     */
    delete: operations['deleteCode'];
    options?: never;
    head?: never;
    /**
     * Change name, note, folder, tags or whether it is archived. What is left out stays. All of it is changed, or nothing.
     * @description Needs the permission codes.write.
     */
    patch: operations['updateCode'];
    trace?: never;
  };
  '/codes/{codeId}/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a live code leads to now, what is planned and what was, and how often it was scanned.
     * @description Needs the permission codes.read.
     */
    get: operations['getLive'];
    put?: never;
    /**
     * Change what a live code leads to, at once or from startsAt on. The whole target is given: what is left out is empty.
     * @description Needs the permission codes.write.
     */
    post: operations['setLiveTarget'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/codes/{codeId}/picture': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The picture: byte for byte as WeChat sent it, as PNG, as SVG with shapes for print, or a thumbnail as WebP.
     * @description Needs the permission codes.read.
     */
    get: operations['getPicture'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/codes/{codeId}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a code out of the trash.
     * @description Needs the permission codes.write.
     */
    post: operations['restoreCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/codes/{codeId}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Call WeChat again for a code that failed. The same parameters cost no quota a second time.
     * @description Needs the permission codes.write.
     */
    post: operations['retryCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/codes/many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Generate up to 100 codes, each with a result of its own. For more make a batch.
     * @description Needs the permission codes.write.
     */
    post: operations['createCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Exports, newest first.
     * @description Needs the permission codes.export.
     */
    get: operations['listExports'];
    put?: never;
    /**
     * Ask for a ZIP of pictures, a table, a workbook with pictures or a PDF to print: of codeIds, of a batch or of filters, one of the three.
     * @description Needs the permission codes.export.
     */
    post: operations['createExport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exports/{exportId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far an export is; ask again every few seconds while it is running.
     * @description Needs the permission codes.export.
     */
    get: operations['getExport'];
    put?: never;
    post?: never;
    /**
     * Take an export that the key has asked for off the list. Codes and pictures stay.
     * @description Needs the permission codes.export.
     */
    delete: operations['deleteExport'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exports/{exportId}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The file, the same bytes each time.
     * @description Needs the permission codes.export.
     */
    get: operations['downloadExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exports/{exportId}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try a failed export again.
     * @description Needs the permission codes.export.
     */
    post: operations['retryExport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/folders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every folder that the key may know: those of everybody, and those of people who see one of its Mini Programs.
     * @description Needs the permission codes.read.
     */
    get: operations['listFolders'];
    put?: never;
    /**
     * A new folder.
     * @description Needs the permission codes.write.
     */
    post: operations['createFolder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/folders/{folderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove a folder; its codes stay.
     * @description Needs the permission codes.write.
     */
    delete: operations['deleteFolder'];
    options?: never;
    head?: never;
    /**
     * Another name.
     * @description Needs the permission codes.write.
     */
    patch: operations['renameFolder'];
    trace?: never;
  };
  '/mini-programs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The Mini Programs that the key sees.
     * @description Needs the permission apps.read.
     */
    get: operations['listMiniPrograms'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/quota': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How much of the permanent quota of 100,000 each Mini Program has used.
     * @description Needs the permission quota.read.
     */
    get: operations['listQuotas'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every tag that the key may know: those of everybody, and those of people who see one of its Mini Programs.
     * @description Needs the permission codes.read.
     */
    get: operations['listTags'];
    put?: never;
    /**
     * A new tag.
     * @description Needs the permission codes.write.
     */
    post: operations['createTag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tags/{tagId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a tag off every code.
     * @description Needs the permission codes.write.
     */
    delete: operations['deleteTag'];
    options?: never;
    head?: never;
    /**
     * Another name and color.
     * @description Needs the permission codes.write.
     */
    patch: operations['updateTag'];
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AuditEvent: {
      /** @description Such as code.create */
      action: string;
      actor: {
        kind: string;
        name: string;
      };
      address: string | null;
      /** Format: date-time */
      at: string;
      changes: {
        [key: string]: {
          from: (string | number | boolean | null) | string[];
          to: (string | number | boolean | null) | string[];
        };
      } | null;
      details: {
        [key: string]: unknown;
      } | null;
      id: string;
      target: {
        id: string | null;
        kind: string | null;
        name: string | null;
      } | null;
    };
    Batch: {
      counts: {
        failed: number;
        made: number;
        notMade: number;
        reused: number;
        running: number;
        skipped: number;
        total: number;
        waiting: number;
      };
      /** Format: date-time */
      createdAt: string;
      createdBy: string | null;
      errors: {
        cause: string;
        errcode: number | null;
        errmsg: string | null;
        rows: number;
      }[];
      finishedAt: string | null;
      id: string;
      miniProgramId: string;
      name: string;
      ratePerMinute: number | null;
      secondsLeft: number | null;
      source: string;
      startedAt: string | null;
      /** @enum {string} */
      state: 'DRAFT' | 'RUNNING' | 'PAUSED' | 'CANCELLED' | 'FINISHED';
      stoppedBy: string | null;
      waitingUntil: string | null;
    };
    BatchCheck: {
      counts: {
        duplicate: number;
        invalid: number;
        new: number;
        reused: number;
      };
      estimatedSeconds: number;
      obstacle: ('badRows' | 'nothing' | 'quota') | null;
      problems: {
        code: string;
        field: string;
        firstRow: number;
        rows: number;
      }[];
      quota: {
        floor: number;
        limit: number;
        needed: number;
        usedAfter: number;
        usedBefore: number;
      };
    };
    BatchItem: {
      counts: {
        failed: number;
        made: number;
        notMade: number;
        reused: number;
        running: number;
        skipped: number;
        total: number;
        waiting: number;
      };
      /** Format: date-time */
      createdAt: string;
      createdBy: string | null;
      finishedAt: string | null;
      id: string;
      miniProgramId: string;
      name: string;
      source: string;
      startedAt: string | null;
      /** @enum {string} */
      state: 'DRAFT' | 'RUNNING' | 'PAUSED' | 'CANCELLED' | 'FINISHED';
    };
    ChangedCode: {
      archived?: boolean;
      folderId?: string | null;
      name?: string;
      note?: string;
      tagIds?: string[];
    };
    Code: {
      archivedAt: string | null;
      autoColor: boolean | null;
      batchId: string | null;
      checkPath: boolean | null;
      /** Format: date-time */
      createdAt: string;
      createdBy: string | null;
      deletedAt: string | null;
      /** @enum {string} */
      endpoint: 'getwxacode' | 'getwxacodeunlimit' | 'createwxaqrcode';
      envVersion: string | null;
      errcode: number | null;
      errmsg: string | null;
      failureKey: string | null;
      folderId: string | null;
      generatedAt: string | null;
      id: string;
      isHyaline: boolean | null;
      lineColor: string | null;
      miniProgramId: string;
      name: string;
      note: string;
      page: string | null;
      path: string | null;
      picture: {
        heightPx: number;
        sha256: string;
        type: string;
        url: string;
        widthPx: number;
      } | null;
      quotaCost: number;
      rid: string | null;
      scene: string | null;
      /** @enum {string} */
      status: 'QUEUED' | 'GENERATING' | 'READY' | 'FAILED';
      tagIds: string[];
      /** Format: date-time */
      updatedAt: string;
      width: number;
    };
    CodeItem: {
      archivedAt: string | null;
      /** Format: date-time */
      createdAt: string;
      createdBy: string | null;
      deletedAt: string | null;
      /** @enum {string} */
      endpoint: 'getwxacode' | 'getwxacodeunlimit' | 'createwxaqrcode';
      failureKey: string | null;
      folderId: string | null;
      id: string;
      isHyaline: boolean | null;
      miniProgramId: string;
      name: string;
      note: string;
      page: string | null;
      path: string | null;
      picture: {
        heightPx: number;
        sha256: string;
        type: string;
        url: string;
        widthPx: number;
      } | null;
      quotaCost: number;
      scene: string | null;
      /** @enum {string} */
      status: 'QUEUED' | 'GENERATING' | 'READY' | 'FAILED';
      tagIds: string[];
      /** Format: date-time */
      updatedAt: string;
      width: number;
    };
    Export: {
      count: number | null;
      /** Format: date-time */
      createdAt: string;
      createdBy: string | null;
      done: number;
      failure: ('empty' | 'broken' | 'interrupted') | null;
      fileName: string;
      /** @enum {string} */
      format: 'zip' | 'csv' | 'xlsx' | 'pictureTable' | 'pdf' | 'pieces';
      id: string;
      missingCount: number | null;
      sizeBytes: number | null;
      /** @enum {string} */
      state: 'running' | 'finished' | 'failed' | 'lost';
      total: number;
      url: string | null;
    };
    Live: {
      key: string;
      now: components['schemas']['LiveTarget'];
      past: components['schemas']['LiveTarget'][];
      planned: components['schemas']['LiveTarget'][];
      scans: {
        days: {
          count: number;
          day: string;
        }[];
        total: number;
      };
    };
    LiveTarget: {
      byName: string;
      id: string;
      isPaused: boolean;
      message: string;
      /** @description Empty: the page that the scan opens */
      page: string;
      parameters: {
        [key: string]: string;
      };
      /** Format: date-time */
      startsAt: string;
    };
    NewBatch: {
      /** @enum {string} */
      endpoint: 'getwxacode' | 'getwxacodeunlimit' | 'createwxaqrcode';
      /**
       * @description Of all rows that say nothing of their own
       * @default {
       *       "width": 430,
       *       "autoColor": false,
       *       "lineColor": {
       *         "r": 0,
       *         "g": 0,
       *         "b": 0
       *       },
       *       "isHyaline": false,
       *       "envVersion": "release",
       *       "checkPath": true
       *     }
       */
      look?: {
        /** @default false */
        autoColor?: boolean;
        /** @default true */
        checkPath?: boolean;
        /**
         * @default release
         * @enum {string}
         */
        envVersion?: 'release' | 'trial' | 'develop';
        /** @default false */
        isHyaline?: boolean;
        /**
         * @default {
         *       "r": 0,
         *       "g": 0,
         *       "b": 0
         *     }
         */
        lineColor?: {
          b: number;
          g: number;
          r: number;
        };
        /** @default 430 */
        width?: number;
      };
      miniProgramId: string;
      /**
       * @description The time when left out
       * @default
       */
      name?: string;
      /**
       * @description all: nothing starts while a row is invalid or repeats another; skip: such rows are left out
       * @default all
       * @enum {string}
       */
      policy?: 'all' | 'skip';
      rows: {
        autoColor?: boolean;
        checkPath?: boolean;
        /** @enum {string} */
        envVersion?: 'release' | 'trial' | 'develop';
        isHyaline?: boolean;
        lineColor?: {
          b: number;
          g: number;
          r: number;
        };
        name?: string;
        note?: string;
        page?: string;
        path?: string;
        scene?: string;
        width?: number;
      }[];
      /**
       * @description Start at once when nothing stands in the way; else check.obstacle tells what does
       * @default false
       */
      start?: boolean;
    };
    NewCode:
      | {
          /** @default false */
          autoColor?: boolean;
          /** @constant */
          endpoint: 'getwxacode';
          /**
           * @default release
           * @enum {string}
           */
          envVersion?: 'release' | 'trial' | 'develop';
          /** @default false */
          isHyaline?: boolean;
          /**
           * @default {
           *       "r": 0,
           *       "g": 0,
           *       "b": 0
           *     }
           */
          lineColor?: {
            b: number;
            g: number;
            r: number;
          };
          miniProgramId: string;
          /** @default  */
          name?: string;
          /** @default  */
          note?: string;
          path: string;
          /** @default 430 */
          width?: number;
        }
      | {
          /** @default false */
          autoColor?: boolean;
          /** @default true */
          checkPath?: boolean;
          /** @constant */
          endpoint: 'getwxacodeunlimit';
          /**
           * @default release
           * @enum {string}
           */
          envVersion?: 'release' | 'trial' | 'develop';
          /** @default false */
          isHyaline?: boolean;
          /**
           * @default {
           *       "r": 0,
           *       "g": 0,
           *       "b": 0
           *     }
           */
          lineColor?: {
            b: number;
            g: number;
            r: number;
          };
          /** @description Makes a live code: what it leads to is kept here and can be changed. Leave out scene then. */
          live?: {
            /** @default  */
            page?: string;
            /** @default {} */
            parameters?: {
              [key: string]: string;
            };
          };
          miniProgramId: string;
          /** @default  */
          name?: string;
          /** @default  */
          note?: string;
          /** @default  */
          page?: string;
          scene?: string;
          /** @default 430 */
          width?: number;
        }
      | {
          /** @constant */
          endpoint: 'createwxaqrcode';
          miniProgramId: string;
          /** @default  */
          name?: string;
          /** @default  */
          note?: string;
          path: string;
          /** @default 430 */
          width?: number;
        };
    NewExport: {
      batchId?: string;
      codeIds?: string[];
      /** @description {} for every code that the key sees */
      filters?: {
        /** @description Id of a Mini Program; all of them when left out */
        app?: string;
        batch?: string;
        /** @description failureKey of failed codes */
        cause?: string;
        creator?: string;
        /** @description Comma-separated: getwxacode, getwxacodeunlimit, createwxaqrcode */
        endpoint?: string;
        /** @description An id, or none */
        folder?: string;
        /** @description YYYY-MM-DD */
        from?: string;
        /** @enum {string} */
        place?: 'archived' | 'trash';
        /** @description In name, note, path, page and scene */
        q?: string;
        /** @enum {string} */
        sort?: 'oldest' | 'name' | 'changed';
        /** @description Comma-separated: QUEUED, GENERATING, READY, FAILED */
        status?: string;
        /** @description Comma-separated ids; any of them */
        tag?: string;
        /** @description YYYY-MM-DD, included */
        to?: string;
      };
      /**
       * @default zip
       * @enum {string}
       */
      format?: 'zip' | 'csv' | 'xlsx' | 'pictureTable' | 'pdf' | 'pieces';
      /**
       * @description Of headings and words
       * @enum {string}
       */
      language?: 'zh-CN' | 'en';
      /** @description Template of file names in a ZIP, such as {name} */
      names?: string;
      /** @description In a ZIP */
      picture?: {
        /** @description For print */
        dpi?: number;
        /**
         * @default original
         * @enum {string}
         */
        kind?: 'original' | 'png' | 'print' | 'vector';
        /**
         * @description For print png, jpeg or pdf; for vector svg or pdf
         * @enum {string}
         */
        type?: 'png' | 'jpeg' | 'pdf' | 'svg';
        /** @description For print and vector */
        widthCm?: number;
      };
      /** @description Of a PDF */
      print?: {
        /** @enum {string} */
        codes?: 'picture' | 'vector';
        copies?: number;
        /** @enum {string} */
        cropMarks?: 'yes' | 'no';
        /** @description Key or id of a design */
        design: string;
        /** @enum {string} */
        ink?: 'rgb' | 'black' | 'blackCodes';
        /** @description given, name, scene, folder or col:<column> */
        order?: string;
        sample?: number;
        seed?: number;
        startAt?: number;
        /** @description Key of a paper or of labels */
        stock: string;
      };
    };
    Problem: {
      /** @description The same in every language */
      code: string;
      /** @description In the language of Accept-Language */
      detail: string;
      /** @description What is wrong with each field */
      errors?: {
        code: string;
        detail: string;
        field: string;
      }[];
      /** @description Of a fault of the server, for its log */
      requestId?: string;
      status: number;
      title: string;
      type: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description Send it back in If-None-Match. */
    ETag: string;
    /** @description true: the answer that the same request got before. */
    IdempotencyReplayed: string;
    /** @description Where what was made can be asked for. */
    Location: string;
    /** @description What is left: r requests in the next t seconds. */
    RateLimit: string;
    /** @description Seconds after which to ask again. */
    RetryAfter: number;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAudit: {
    parameters: {
      query?: {
        area?: 'access' | 'codes' | 'batches' | 'exports' | 'apps' | 'people' | 'order' | 'settings';
        /** @description nextCursor of the page before */
        cursor?: string;
        /** @description YYYY-MM-DD */
        from?: string;
        /** @description Part of a name, or an id */
        q?: string;
        /** @description YYYY-MM-DD, included */
        to?: string;
        /** @description Id of a member or a key, system or stranger */
        who?: string;
      };
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What happened, newest first: who did what, with which thing, before and after. For keys that see every Mini Program. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AuditEvent'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listBatches: {
    parameters: {
      query?: {
        /** @description Id of a Mini Program; all of them when left out */
        app?: string;
        /** @description nextCursor of the page before */
        cursor?: string;
        /** @description In the name, and who made it */
        q?: string;
        /** @description active: running or paused */
        tab?: 'all' | 'active' | 'drafts' | 'done';
      };
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Batches, drafts included, newest first. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['BatchItem'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewBatch'];
      };
    };
    responses: {
      /** @description A batch from up to 50,000 rows. Every row is checked; nothing is called or counted before it is started. */
      201: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          Location: components['headers']['Location'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            batch: components['schemas']['Batch'];
            check: components['schemas']['BatchCheck'];
          };
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description APP_DISABLED, IDEMPOTENCY_BUSY */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description IDEMPOTENCY_REUSED */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path: {
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description State and counts of a batch; ask again every few seconds until it is FINISHED or CANCELLED. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteBatch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Remove a batch that was not started. */
      204: {
        headers: {
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BATCH_STARTED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description End a batch for good. Codes that were generated stay. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BATCH_STATE */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCheckedRows: {
    parameters: {
      query?: {
        /** @description nextAfter of the page before */
        after?: number;
        verdict?: 'invalid' | 'duplicate' | 'reused' | 'new';
      };
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path: {
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the check said of each row of a batch that was not started. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              codeId: string | null;
              issues: {
                code: string;
                field: string;
              }[];
              name: string;
              row: number;
              target: string;
              /** @enum {string} */
              verdict: 'invalid' | 'duplicate' | 'reused' | 'new';
            }[];
            nextAfter: number | null;
          };
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BATCH_STARTED, CONFLICT */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  pauseBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Send no further row; those at WeChat come to their end. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BATCH_STATE */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  resumeBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Go on with a paused batch. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BATCH_STATE, APP_DISABLED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retryBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          cause?: string;
        };
      };
    };
    responses: {
      /** @description Try failed rows again: all of them, or those of one cause. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description BATCH_STATE, BATCH_NO_FAILURE, APP_DISABLED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listRows: {
    parameters: {
      query?: {
        /** @description nextAfter of the page before */
        after?: number;
        /** @description Of errors in the batch */
        cause?: string;
        status?: 'made' | 'failed' | 'running' | 'waiting' | 'reused' | 'skipped' | 'notMade';
      };
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path: {
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What became of each row of a batch that was started, in their order. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              codeId: string | null;
              failure: {
                errcode: number | null;
                errmsg: string | null;
                key: string;
              } | null;
              issues: {
                code: string;
                field: string;
              }[];
              name: string;
              row: number;
              /** @enum {string} */
              status: 'made' | 'failed' | 'running' | 'waiting' | 'reused' | 'skipped' | 'notMade';
              target: string;
            }[];
            nextAfter: number | null;
          };
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  startBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /** @description check.counts.new and check.quota.needed as you saw them: more than that is not started */
          seen?: {
            needed: number;
            newRows: number;
          };
        };
      };
    };
    responses: {
      /** @description Start a batch. Its rows are checked once more; quota is taken row by row. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description APP_DISABLED, BATCH_STARTED, BATCH_BAD_ROWS, BATCH_NOTHING, BATCH_OVER_QUOTA, BATCH_CHANGED, CONFLICT */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCodes: {
    parameters: {
      query?: {
        /** @description Id of a Mini Program; all of them when left out */
        app?: string;
        batch?: string;
        /** @description failureKey of failed codes */
        cause?: string;
        creator?: string;
        /** @description nextCursor of the page before */
        cursor?: string;
        /** @description Comma-separated: getwxacode, getwxacodeunlimit, createwxaqrcode */
        endpoint?: string;
        /** @description An id, or none */
        folder?: string;
        /** @description YYYY-MM-DD */
        from?: string;
        limit?: number;
        place?: 'archived' | 'trash';
        /** @description In name, note, path, page and scene */
        q?: string;
        sort?: 'oldest' | 'name' | 'changed';
        /** @description Comma-separated: QUEUED, GENERATING, READY, FAILED */
        status?: string;
        /** @description Comma-separated ids; any of them */
        tag?: string;
        /** @description YYYY-MM-DD, included */
        to?: string;
      };
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Codes, newest first, with the filters of the page of codes. A page may be short and still have a nextCursor. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['CodeItem'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createCode: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewCode'];
      };
    };
    responses: {
      /** @description The same was generated before: nothing was called or counted. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          Location: components['headers']['Location'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: components['schemas']['Code'];
            /** @enum {string} */
            outcome: 'generated' | 'existing';
          };
        };
      };
      /** @description Generate a code and keep it. A refusal of WeChat is kept with status FAILED. */
      201: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          Location: components['headers']['Location'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: components['schemas']['Code'];
            /** @enum {string} */
            outcome: 'generated' | 'existing';
          };
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description APP_DISABLED, SANDBOX_OFF, QUOTA_EXHAUSTED, QUOTA_FLOOR, IDEMPOTENCY_BUSY */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description IDEMPOTENCY_REUSED */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCode: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path: {
        codeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One code with all of its parameters. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Code'];
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteCode: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        codeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Move a code to the trash, where it stays for 30 days. Its quota stays spent. */
      204: {
        headers: {
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CODE_BUSY */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateCode: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        codeId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ChangedCode'];
      };
    };
    responses: {
      /** @description Change name, note, folder, tags or whether it is archived. What is left out stays. All of it is changed, or nothing. */
      200: {
        headers: {
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Code'];
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CODE_BUSY */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getLive: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path: {
        codeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What a live code leads to now, what is planned and what was, and how often it was scanned. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Live'];
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setLiveTarget: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        codeId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /** @default false */
          isPaused?: boolean;
          /** @default  */
          message?: string;
          /** @default  */
          page?: string;
          /** @default {} */
          parameters?: {
            [key: string]: string;
          };
          /** @default  */
          startsAt?: string;
        };
      };
    };
    responses: {
      /** @description Change what a live code leads to, at once or from startsAt on. The whole target is given: what is left out is empty. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Live'];
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_PLANS */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPicture: {
    parameters: {
      query?: {
        format?: 'original' | 'png' | 'svg' | 'thumbnail';
        /** @description Of a thumbnail, in pixels */
        width?: '96' | '192' | '320' | '640';
      };
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path: {
        codeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The picture: byte for byte as WeChat sent it, as PNG, as SVG with shapes for print, or a thumbnail as WebP. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'image/jpeg': string;
          'image/png': string;
          'image/svg+xml': string;
          'image/webp': string;
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NO_PICTURE, VECTOR_UNLIKE, VECTOR_UNREADABLE */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  restoreCode: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        codeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Take a code out of the trash. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Code'];
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retryCode: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        codeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Call WeChat again for a code that failed. The same parameters cost no quota a second time. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Code'];
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description CODE_BUSY, CODE_NOT_FAILED, APP_DISABLED, SANDBOX_OFF, QUOTA_EXHAUSTED, QUOTA_FLOOR */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createCodes: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          items: unknown[];
        };
      };
    };
    responses: {
      /** @description Generate up to 100 codes, each with a result of its own. For more make a batch. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              code?: components['schemas']['Code'];
              index: number;
              /** @enum {string} */
              outcome: 'generated' | 'existing' | 'refused';
              problem?: components['schemas']['Problem'];
            }[];
          };
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description IDEMPOTENCY_BUSY */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description IDEMPOTENCY_REUSED */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listExports: {
    parameters: {
      query?: {
        /** @description Id of a Mini Program; all of them when left out */
        app?: string;
        /** @description nextCursor of the page before */
        cursor?: string;
        /** @description What it was about, and who asked for it */
        q?: string;
        tab?: 'all' | 'running' | 'ready' | 'failed';
      };
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Exports, newest first. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Export'][];
            nextCursor: string | null;
          };
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createExport: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewExport'];
      };
    };
    responses: {
      /** @description Ask for a ZIP of pictures, a table, a workbook with pictures or a PDF to print: of codeIds, of a batch or of filters, one of the three. */
      202: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          Location: components['headers']['Location'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Export'];
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description EXPORT_EMPTY, IDEMPOTENCY_BUSY */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description IDEMPOTENCY_REUSED */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getExport: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How far an export is; ask again every few seconds while it is running. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Export'];
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteExport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Take an export that the key has asked for off the list. Codes and pictures stay. */
      204: {
        headers: {
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description PRINT_OUT */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  downloadExport: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file, the same bytes each time. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/zip': string;
          'text/csv; charset=utf-8': string;
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description EXPORT_STATE, EXPORT_CHANGED */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retryExport: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Try a failed export again. */
      202: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          Location: components['headers']['Location'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Export'];
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description EXPORT_STATE */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listFolders: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every folder that the key may know: those of everybody, and those of people who see one of its Mini Programs. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              appNames: string[];
              canChange: boolean;
              id: string;
              name: string;
            }[];
          };
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createFolder: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
        };
      };
    };
    responses: {
      /** @description A new folder. */
      201: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          Location: components['headers']['Location'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description FOLDER_NAME_TAKEN, TOO_MANY_FOLDERS */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteFolder: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        folderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Remove a folder; its codes stay. */
      204: {
        headers: {
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description FOLDER_FULL */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  renameFolder: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        folderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
        };
      };
    };
    responses: {
      /** @description Another name. */
      204: {
        headers: {
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description FOLDER_NAME_TAKEN */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMiniPrograms: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The Mini Programs that the key sees. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              appId: string;
              id: string;
              isDisabled: boolean;
              /** @enum {string} */
              mode: 'LIVE' | 'SANDBOX';
              name: string;
              pathMaxBytes: number;
            }[];
          };
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listQuotas: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How much of the permanent quota of 100,000 each Mini Program has used. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              floor: number;
              left: number;
              limit: number;
              miniProgramId: string;
              uncertain: number;
              used: number;
            }[];
          };
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listTags: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of what you have: unchanged is answered with 304. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every tag that the key may know: those of everybody, and those of people who see one of its Mini Programs. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              appNames: string[];
              canChange: boolean;
              /** @enum {string} */
              color: 'gray' | 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple';
              id: string;
              name: string;
            }[];
          };
        };
      };
      /** @description As it was when If-None-Match was told. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createTag: {
    parameters: {
      query?: never;
      header?: {
        /** @description Of your choice: whoever repeats the request with it within 24 hours gets the same answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          color: 'gray' | 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple';
          name: string;
        };
      };
    };
    responses: {
      /** @description A new tag. */
      201: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          Location: components['headers']['Location'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TAG_NAME_TAKEN, TOO_MANY_TAGS */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tagId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Take a tag off every code. */
      204: {
        headers: {
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN, OTHERS_USE_IT */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  updateTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          color: 'gray' | 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple';
          name: string;
        };
      };
    };
    responses: {
      /** @description Another name and color. */
      204: {
        headers: {
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description INVALID_INPUT, UNREADABLE */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_INVALID, KEY_EXPIRED, KEY_REVOKED */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description KEY_ADDRESS, FORBIDDEN, OTHERS_USE_IT */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TAG_NAME_TAKEN */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description TOO_MANY_KEY_ATTEMPTS, RATE_LIMITED */
      429: {
        headers: {
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
