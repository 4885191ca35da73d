// Written by `npm run api-client` from /api/v1/openapi.json.
export interface paths {
  '/actions/{actionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far an action on many codes is. failed could not be changed; what was as wanted already is not in changed.
     * @description Needs the permission codes.read.
     */
    get: operations['getAction'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/actions/{actionId}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stop an action that is running. What was changed stays changed.
     * @description Needs the permission codes.write.
     */
    post: operations['stopAction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/actions/{actionId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take an action back within 24 hours: each code becomes what it was, plans that have not begun are dropped, and what was changed since stays.
     * @description Needs the permission codes.write.
     */
    post: operations['undoAction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
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
     * State and counts of a batch; ask again every few seconds until it is FINISHED, CANCELLED, or PAUSED with the reason in stoppedBy.
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
  '/batches/{batchId}/errors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Rows that failed or were left out, as CSV: the table as it was, with the reason and the page. Corrected it can be sent as a new file.
     * @description Needs the permission batches.read.
     */
    get: operations['downloadErrors'];
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
  '/batches/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A batch from a table in a file (multipart/form-data), read and understood as in the console. Answers with what each column was taken for. Every row is checked; nothing is called or counted before it is started.
     * @description Needs the permission batches.write.
     */
    post: operations['createBatchFromFile'];
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
  '/codes/many/promote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a release code beside each code of the trial or development version; a live code takes its target along. WeChat is asked in the background: getAction tells how far it is.
     * @description Needs the permission codes.write.
     */
    post: operations['promoteCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/codes/many/retarget': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change what many live codes lead to, at once or from startsAt on. Only what is said changes. Up to 500 are changed before the answer, the rest in the background: getAction tells how far it is. Codes that are not live stay as they are. It can be undone.
     * @description Needs the permission codes.write.
     */
    post: operations['retargetCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/designs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the designs that can be printed
     * @description Needs the permission codes.export.
     */
    get: operations['listDesigns'];
    put?: never;
    post?: never;
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
  '/presets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Setup templates that a file can be mapped by.
     * @description Needs the permission batches.read.
     */
    get: operations['listPresets'];
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
    Action: {
      /** @description undoAction takes it back */
      canUndo: boolean;
      /** @description Codes that were changed */
      changed: number;
      /** @description Codes that are done so far */
      done: number;
      /** @description Codes that could not be changed */
      failed: number;
      id: string;
      /** @description It takes another action back */
      isUndo: boolean;
      /**
       * @description What is done
       * @enum {string}
       */
      kind:
        | 'addTags'
        | 'removeTags'
        | 'move'
        | 'rename'
        | 'archive'
        | 'unarchive'
        | 'delete'
        | 'restore'
        | 'retry'
        | 'promote'
        | 'retarget'
        | 'purge';
      /**
       * @description RUNNING: goes on in the background; FINISHED and STOPPED are the end
       * @enum {string}
       */
      state: 'RUNNING' | 'FINISHED' | 'STOPPED';
      total: number;
    };
    AuditEvent: {
      /** @description What happened, such as code.create */
      action: string;
      actor: {
        kind: string;
        name: string;
      };
      address: string | null;
      /** Format: date-time */
      at: string;
      /** @description Each field that changed, before and after */
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
      /** @description What it was done to */
      target: {
        id: string | null;
        kind: string | null;
        name: string | null;
      } | null;
    };
    Batch: {
      counts: {
        /** @description Rows that WeChat refused or did not answer */
        failed: number;
        /** @description Rows whose code was generated */
        made: number;
        /** @description Rows of a cancelled batch whose turn had not come */
        notMade: number;
        /** @description Rows whose code already exists; they use no quota */
        reused: number;
        /** @description Rows that are at WeChat */
        running: number;
        /** @description Invalid rows and duplicates that were left out */
        skipped: number;
        total: number;
        /** @description Rows whose turn has not come */
        waiting: number;
      };
      /** Format: date-time */
      createdAt: string;
      /** @description Name of the member or of the API key */
      createdBy: string | null;
      errors: {
        /** @description Name of this cause, for GET /batches/{batchId}/rows and for retry */
        cause: string;
        /** @description A sentence for people, in the language of Accept-Language */
        detail: string;
        errcode: number | null;
        errmsg: string | null;
        /** @description Page that the first such row asked for */
        page: string | null;
        rows: number;
      }[];
      finishedAt: string | null;
      id: string;
      miniProgramId: string;
      name: string;
      /** @description Codes a minute at the moment; null while none are generated */
      ratePerMinute: number | null;
      /** @description Until the last row is through; null when nobody can say */
      secondsLeft: number | null;
      source: string;
      startedAt: string | null;
      /**
       * @description DRAFT: not started; PAUSED: by somebody, or by itself with the reason in stoppedBy; CANCELLED and FINISHED are the end
       * @enum {string}
       */
      state: 'DRAFT' | 'RUNNING' | 'PAUSED' | 'CANCELLED' | 'FINISHED';
      /** @description Why it was paused by itself, such as a wrong AppSecret; null otherwise */
      stoppedBy: string | null;
      /** @description Calls go on by themselves at this moment, because WeChat asked to wait; null otherwise */
      waitingUntil: string | null;
    };
    BatchCheck: {
      counts: {
        /** @description Rows that are the same as an earlier row */
        duplicate: number;
        /** @description Rows that break a rule; problems says which */
        invalid: number;
        /** @description Rows whose code would be generated */
        new: number;
        /** @description Rows whose code already exists; they use no quota */
        reused: number;
      };
      /** @description How long it would take when nothing else runs */
      estimatedSeconds: number;
      /** @description Why it cannot start: badRows (invalid or duplicate ones, with the policy all), nothing (no code to generate) or quota (not enough left); null when it can */
      obstacle: ('badRows' | 'nothing' | 'quota') | null;
      problems: {
        code: string;
        /** @description A sentence for people, in the language of Accept-Language */
        detail: string;
        field: string;
        /** @description Line of the file; without a file the number of the row */
        firstLine: number;
        rows: number;
      }[];
      quota: {
        /** @description Reserved by an administrator: new codes leave so many unused */
        floor: number;
        /** @description Permanent quota of each Mini Program */
        limit: number;
        /** @description How many of the permanent quota the start would use */
        needed: number;
        usedAfter: number;
        usedBefore: number;
      };
      /** @description Rows whose scene is too long or has characters that WeChat refuses, and that could be live codes; null where there are none */
      unfit: {
        /** @description Line of the file; without a file the number of the row */
        firstLine: number;
        rows: number;
      } | null;
    };
    BatchItem: {
      counts: {
        /** @description Rows that WeChat refused or did not answer */
        failed: number;
        /** @description Rows whose code was generated */
        made: number;
        /** @description Rows of a cancelled batch whose turn had not come */
        notMade: number;
        /** @description Rows whose code already exists; they use no quota */
        reused: number;
        /** @description Rows that are at WeChat */
        running: number;
        /** @description Invalid rows and duplicates that were left out */
        skipped: number;
        total: number;
        /** @description Rows whose turn has not come */
        waiting: number;
      };
      /** Format: date-time */
      createdAt: string;
      /** @description Name of the member or of the API key */
      createdBy: string | null;
      finishedAt: string | null;
      id: string;
      miniProgramId: string;
      name: string;
      source: string;
      startedAt: string | null;
      /**
       * @description DRAFT: not started; PAUSED: by somebody, or by itself with the reason in stoppedBy; CANCELLED and FINISHED are the end
       * @enum {string}
       */
      state: 'DRAFT' | 'RUNNING' | 'PAUSED' | 'CANCELLED' | 'FINISHED';
    };
    BatchMapping: {
      columns: string[];
      /** @enum {string} */
      endpoint: 'getwxacode' | 'getwxacodeunlimit' | 'createwxaqrcode';
      fields: {
        column?: string;
        /** @enum {string} */
        field:
          | 'scene'
          | 'path'
          | 'liveParameters'
          | 'livePage'
          | 'page'
          | 'name'
          | 'note'
          | 'width'
          | 'lineColor'
          | 'autoColor'
          | 'isHyaline'
          | 'envVersion'
          | 'checkPath';
        /** @description Text with columns in braces, such as t={table} */
        template?: string;
        /** @description The same for all rows */
        value?: string;
      }[];
      /** @description Whether they are live codes */
      live: boolean;
    };
    ChangedCode: {
      /** @description true puts the code into the archive, false takes it back */
      archived?: boolean;
      /** @description Id of the folder that the code is moved to; null takes it out of its folder */
      folderId?: string | null;
      /** @description A new name for the code */
      name?: string;
      /** @description For your own people; several lines are possible */
      note?: string;
      /** @description Ids of all tags that the code is to have */
      tagIds?: string[];
    };
    ChangedTargets: {
      /** @description Ids of the codes; say this or filters */
      codeIds?: string[];
      /** @description With filters, how many codes there should be: refused when it is another number; not compared when left out */
      count?: number;
      /** @description The filters of GET /codes; without any, every code that the key sees */
      filters?: {
        /** @description Id of a Mini Program; all that the key sees when left out */
        app?: string;
        /** @description Id of a batch: the codes that it generated */
        batch?: string;
        /** @description failureKey of failed codes, such as pageNotReleased */
        cause?: string;
        /** @description Id of the member or of the API key that created the code */
        creator?: string;
        /** @description One or several endpoints of WeChat, separated by commas: getwxacode, getwxacodeunlimit, createwxaqrcode */
        endpoint?: string;
        /** @description Id of a folder; none: codes in no folder */
        folder?: string;
        /** @description First day, as YYYY-MM-DD, in the time zone of the server */
        from?: string;
        /**
         * @description archived: the archive; trash: the trash; the usual list when left out
         * @enum {string}
         */
        place?: 'archived' | 'trash';
        /** @description Part of the name, note, path, page or scene */
        q?: string;
        /**
         * @description never: only live codes created 14 or more days ago that were never scanned.
         * @enum {string}
         */
        scans?: 'never';
        /**
         * @description newest first when left out; scans: live codes that were scanned most first, then all others, newest first
         * @enum {string}
         */
        sort?: 'oldest' | 'name' | 'changed' | 'scans';
        /** @description One or several, separated by commas: QUEUED, GENERATING, READY, FAILED */
        status?: string;
        /** @description One or several ids of tags, separated by commas: codes with any of them */
        tag?: string;
        /** @description Last day, included, as YYYY-MM-DD, in the time zone of the server */
        to?: string;
      };
      /**
       * @description true pauses, false resumes; as it is when left out
       * @default null
       */
      isPaused?: boolean | null;
      /**
       * @description What people see while it is paused
       * @default
       */
      message?: string;
      /**
       * @description Page for all; empty for the page that the scan opens; each keeps its own when left out
       * @default null
       */
      page?: string | null;
      /**
       * @description Parameters to set; one with the same name is replaced, others stay
       * @default {}
       */
      parameters?: {
        [key: string]: string;
      };
      /** @description Take the place of the rules of each code, [] for none; what they open gets the parameters of the code too; each keeps its own when left out */
      rules?:
        | {
            /**
             * @description Time of day at which it ends, as HH:MM; earlier than startTime: on the next day; empty: any
             * @default
             */
            endTime?: string;
            /**
             * @description First day on which it holds, as YYYY-MM-DD in the time zone of the server; empty: any
             * @default
             */
            from?: string;
            /**
             * @description true: people who scan it see message instead
             * @default false
             */
            isPaused?: boolean;
            /**
             * @description What people see while it is paused
             * @default
             */
            message?: string;
            /**
             * @description Page that opens, without a slash at the beginning; empty: the page that the scan opens
             * @default
             */
            page?: string;
            /**
             * @description What the Mini Program gets: names with texts, up to 4,096 bytes together
             * @default {}
             */
            parameters?: {
              [key: string]: string;
            };
            /**
             * @description Share of the people in per cent, 1 to 100; null: everybody
             * @default null
             */
            share?: number | null;
            /**
             * @description Time of day from which it holds, as HH:MM in the time zone of the server; empty: any
             * @default
             */
            startTime?: string;
            /**
             * @description Last day on which it holds, included, as YYYY-MM-DD; empty: any
             * @default
             */
            to?: string;
            /**
             * @description Days of the week on which it holds, 1 is Monday; none: every day
             * @default []
             */
            weekdays?: number[];
          }[]
        | null;
      /**
       * @description Moment from which it applies, as YYYY-MM-DDTHH:MM:SSZ in UTC or YYYY-MM-DDTHH:MM in the time zone of the server; at once when left out
       * @default
       */
      startsAt?: string;
    };
    Code: {
      archivedAt: string | null;
      autoColor: boolean | null;
      batchId: string | null;
      checkPath: boolean | null;
      /** Format: date-time */
      createdAt: string;
      /** @description Name of the member or of the API key */
      createdBy: string | null;
      deletedAt: string | null;
      /** @enum {string} */
      endpoint: 'getwxacode' | 'getwxacodeunlimit' | 'createwxaqrcode';
      envVersion: string | null;
      errcode: number | null;
      errmsg: string | null;
      /** @description Why it failed, as a word that is the same in every language; null otherwise */
      failureKey: string | null;
      folderId: string | null;
      generatedAt: string | null;
      id: string;
      isHyaline: boolean | null;
      /** @description Color of the lines as RRGGBB */
      lineColor: string | null;
      miniProgramId: string;
      name: string;
      note: string;
      page: string | null;
      path: string | null;
      /** @description null until it is generated */
      picture: {
        heightPx: number;
        sha256: string;
        type: string;
        /** @description Path on this server; it needs the API key too */
        url: string;
        widthPx: number;
      } | null;
      /** @description 1 where it uses one of the permanent quota, otherwise 0 */
      quotaCost: number;
      /** @description Id of the request at WeChat, for its support */
      rid: string | null;
      scene: string | null;
      /**
       * @description QUEUED and GENERATING: not there yet; READY: generated; FAILED: failureKey, errcode and errmsg say why
       * @enum {string}
       */
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
      /** @description Name of the member or of the API key */
      createdBy: string | null;
      deletedAt: string | null;
      /** @enum {string} */
      endpoint: 'getwxacode' | 'getwxacodeunlimit' | 'createwxaqrcode';
      /** @description Why it failed, as a word that is the same in every language; null otherwise */
      failureKey: string | null;
      folderId: string | null;
      id: string;
      isHyaline: boolean | null;
      miniProgramId: string;
      name: string;
      note: string;
      page: string | null;
      path: string | null;
      /** @description null until it is generated */
      picture: {
        heightPx: number;
        sha256: string;
        type: string;
        /** @description Path on this server; it needs the API key too */
        url: string;
        widthPx: number;
      } | null;
      /** @description 1 where it uses one of the permanent quota, otherwise 0 */
      quotaCost: number;
      /** @description How often a live code was scanned, ever; null where a code is not live */
      scanCount: number | null;
      scene: string | null;
      /**
       * @description QUEUED and GENERATING: not there yet; READY: generated; FAILED: failureKey, errcode and errmsg say why
       * @enum {string}
       */
      status: 'QUEUED' | 'GENERATING' | 'READY' | 'FAILED';
      tagIds: string[];
      /** Format: date-time */
      updatedAt: string;
      width: number;
    };
    Design: {
      /** @description true: comes with the product; false: the team’s own */
      builtIn: boolean;
      /** @description Height of the finished piece in millimeters, without bleed */
      heightMm: number;
      /** @description What print.design of a new export names */
      key: string;
      name: string;
      /**
       * @description The paper or labels that it is meant for; print.stock can name it
       * @enum {string}
       */
      stock:
        | '5160'
        | 'a4'
        | 'a3'
        | 'letter'
        | 'piece'
        | 'L7160'
        | 'L7163'
        | 'L7651'
        | 'roll-40x30'
        | 'roll-50x30'
        | 'roll-60x40';
      /** @description Width of the finished piece in millimeters, without bleed */
      widthMm: number;
    };
    Export: {
      /** @description Codes in the file; null until it is finished */
      count: number | null;
      /** Format: date-time */
      createdAt: string;
      /** @description Name of the member or of the API key */
      createdBy: string | null;
      /** @description Codes that are done so far */
      done: number;
      failure: ('empty' | 'broken' | 'interrupted') | null;
      fileName: string;
      /** @enum {string} */
      format: 'zip' | 'csv' | 'xlsx' | 'pictureTable' | 'pdf' | 'pieces';
      id: string;
      /** @description Codes without a picture, which are left out of the file */
      missingCount: number | null;
      sizeBytes: number | null;
      /**
       * @description lost: finished, but the storage no longer has a picture of it
       * @enum {string}
       */
      state: 'running' | 'finished' | 'failed' | 'lost';
      total: number;
      /** @description Path on this server; it needs the API key too */
      url: string | null;
    };
    Live: {
      /** @description The scene of the code. The Mini Program asks GET /r/{key} of this server what it leads to, without an API key */
      key: string;
      now: components['schemas']['LiveTarget'];
      past: components['schemas']['LiveTarget'][];
      planned: components['schemas']['LiveTarget'][];
      scans: {
        before: number;
        days: {
          count: number;
          day: string;
        }[];
        /** @description About how many phones in these days, each once a month; those that reported no device are not counted */
        devices: number;
        hours: {
          count: number;
          hour: string;
        }[];
        kinds: {
          count: number;
          /** @enum {string} */
          kind: 'camera' | 'press' | 'album' | 'other';
        }[];
        total: number;
      };
      /** @description Wall clock of the server, which rules go by, as YYYY-MM-DD HH:MM */
      serverNow: string;
    };
    LiveRule: {
      endTime: string;
      /** @description First day on which it holds, as YYYY-MM-DD in the time zone of the server; empty: any */
      from: string;
      isPaused: boolean;
      message: string;
      /** @description Page that opens, without a slash at the beginning; empty: the page that the scan opens */
      page: string;
      parameters: {
        [key: string]: string;
      };
      share: number | null;
      startTime: string;
      /** @description Last day on which it holds, included, as YYYY-MM-DD; empty: any */
      to: string;
      weekdays: number[];
    };
    LiveTarget: {
      byName: string;
      id: string;
      isPaused: boolean;
      message: string;
      /** @description Page that opens, without a slash at the beginning; empty: the page that the scan opens */
      page: string;
      parameters: {
        [key: string]: string;
      };
      rules: components['schemas']['LiveRule'][];
      /** Format: date-time */
      startsAt: string;
    };
    ManyCodes: {
      /** @description Ids of the codes; say this or filters */
      codeIds?: string[];
      /** @description With filters, how many codes there should be: refused when it is another number; not compared when left out */
      count?: number;
      /** @description The filters of GET /codes; without any, every code that the key sees */
      filters?: {
        /** @description Id of a Mini Program; all that the key sees when left out */
        app?: string;
        /** @description Id of a batch: the codes that it generated */
        batch?: string;
        /** @description failureKey of failed codes, such as pageNotReleased */
        cause?: string;
        /** @description Id of the member or of the API key that created the code */
        creator?: string;
        /** @description One or several endpoints of WeChat, separated by commas: getwxacode, getwxacodeunlimit, createwxaqrcode */
        endpoint?: string;
        /** @description Id of a folder; none: codes in no folder */
        folder?: string;
        /** @description First day, as YYYY-MM-DD, in the time zone of the server */
        from?: string;
        /**
         * @description archived: the archive; trash: the trash; the usual list when left out
         * @enum {string}
         */
        place?: 'archived' | 'trash';
        /** @description Part of the name, note, path, page or scene */
        q?: string;
        /**
         * @description never: only live codes created 14 or more days ago that were never scanned.
         * @enum {string}
         */
        scans?: 'never';
        /**
         * @description newest first when left out; scans: live codes that were scanned most first, then all others, newest first
         * @enum {string}
         */
        sort?: 'oldest' | 'name' | 'changed' | 'scans';
        /** @description One or several, separated by commas: QUEUED, GENERATING, READY, FAILED */
        status?: string;
        /** @description One or several ids of tags, separated by commas: codes with any of them */
        tag?: string;
        /** @description Last day, included, as YYYY-MM-DD, in the time zone of the server */
        to?: string;
      };
    };
    NewBatch: {
      /**
       * @description Which endpoint of WeChat: getwxacodeunlimit takes a scene and uses no permanent quota; getwxacode and createwxaqrcode take a path and one of the permanent 100,000
       * @enum {string}
       */
      endpoint: 'getwxacode' | 'getwxacodeunlimit' | 'createwxaqrcode';
      /**
       * @description For all rows that have no value of their own
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
        /**
         * @description WeChat chooses the color of the lines; lineColor then has no effect
         * @default false
         */
        autoColor?: boolean;
        /**
         * @description Only for getwxacodeunlimit. WeChat checks that the page is published; false also generates codes for pages that are not
         * @default true
         */
        checkPath?: boolean;
        /**
         * @description Mini Program version that the code opens
         * @default release
         * @enum {string}
         */
        envVersion?: 'release' | 'trial' | 'develop';
        /**
         * @description Transparent background
         * @default false
         */
        isHyaline?: boolean;
        /**
         * @description Color of the lines, when autoColor is false
         * @default {
         *       "r": 0,
         *       "g": 0,
         *       "b": 0
         *     }
         */
        lineColor?: {
          /** @description Blue */
          b: number;
          /** @description Green */
          g: number;
          /** @description Red */
          r: number;
        };
        /**
         * @description Width of the picture, in pixels
         * @default 430
         */
        width?: number;
      };
      /** @description Id of a Mini Program, from GET /mini-programs */
      miniProgramId: string;
      /**
       * @description Name of the batch; the time when left out
       * @default
       */
      name?: string;
      /**
       * @description all: nothing starts while a row is invalid or a duplicate; skip: such rows are left out
       * @default all
       * @enum {string}
       */
      policy?: 'all' | 'skip';
      /** @description One code each, with the fields of POST /codes */
      rows: {
        /** @description WeChat chooses the color of the lines; lineColor then has no effect */
        autoColor?: boolean;
        /** @description Only for getwxacodeunlimit. WeChat checks that the page is published; false also generates codes for pages that are not */
        checkPath?: boolean;
        /**
         * @description Mini Program version that the code opens
         * @enum {string}
         */
        envVersion?: 'release' | 'trial' | 'develop';
        /** @description Transparent background */
        isHyaline?: boolean;
        /** @description Color of the lines, when autoColor is false */
        lineColor?: {
          /** @description Blue */
          b: number;
          /** @description Green */
          g: number;
          /** @description Red */
          r: number;
        };
        /** @description What the live code of this row leads to; leave out scene then. For all rows or for none; only for getwxacodeunlimit */
        live?: {
          /** @description Page that opens, without a slash at the beginning; empty: the page that the scan opens */
          page?: string;
          /**
           * @description What the Mini Program gets: names with texts, up to 4,096 bytes together
           * @default {}
           */
          parameters?: {
            [key: string]: string;
          };
        };
        /** @description Name of the code; the scene or the path when left out */
        name?: string;
        /** @description For your own people; several lines are possible */
        note?: string;
        /** @description Only for getwxacodeunlimit. Page that opens, such as pages/index/index, without a slash at the beginning and without parameters; empty: the home page */
        page?: string;
        /** @description Only for getwxacode and createwxaqrcode. Page with its parameters, such as pages/index/index?t=1, up to 128 bytes (more for getwxacode where pathMaxBytes of the Mini Program says so) */
        path?: string;
        /** @description Only for getwxacodeunlimit. What the Mini Program reads: letters, digits and !#$&'()*+,/:;=?@-._~ */
        scene?: string;
        /** @description Width of the picture, in pixels */
        width?: number;
      }[];
      /**
       * @description true: start at once when nothing stands in the way; otherwise check.obstacle says what does
       * @default false
       */
      start?: boolean;
    };
    NewCode:
      | {
          /**
           * @description WeChat chooses the color of the lines; lineColor then has no effect
           * @default false
           */
          autoColor?: boolean;
          /**
           * @description Which endpoint of WeChat: getwxacodeunlimit takes a scene and uses no permanent quota; getwxacode and createwxaqrcode take a path and one of the permanent 100,000
           * @constant
           */
          endpoint: 'getwxacode';
          /**
           * @description Mini Program version that the code opens
           * @default release
           * @enum {string}
           */
          envVersion?: 'release' | 'trial' | 'develop';
          /**
           * @description Transparent background
           * @default false
           */
          isHyaline?: boolean;
          /**
           * @description Color of the lines, when autoColor is false
           * @default {
           *       "r": 0,
           *       "g": 0,
           *       "b": 0
           *     }
           */
          lineColor?: {
            /** @description Blue */
            b: number;
            /** @description Green */
            g: number;
            /** @description Red */
            r: number;
          };
          /** @description Id of a Mini Program, from GET /mini-programs */
          miniProgramId: string;
          /**
           * @description Name of the code; the scene or the path when left out
           * @default
           */
          name?: string;
          /**
           * @description For your own people; several lines are possible
           * @default
           */
          note?: string;
          /** @description Only for getwxacode and createwxaqrcode. Page with its parameters, such as pages/index/index?t=1, up to 128 bytes (more for getwxacode where pathMaxBytes of the Mini Program says so) */
          path: string;
          /**
           * @description Width of the picture, in pixels
           * @default 430
           */
          width?: number;
        }
      | {
          /**
           * @description WeChat chooses the color of the lines; lineColor then has no effect
           * @default false
           */
          autoColor?: boolean;
          /**
           * @description Only for getwxacodeunlimit. WeChat checks that the page is published; false also generates codes for pages that are not
           * @default true
           */
          checkPath?: boolean;
          /**
           * @description Which endpoint of WeChat: getwxacodeunlimit takes a scene and uses no permanent quota; getwxacode and createwxaqrcode take a path and one of the permanent 100,000
           * @constant
           */
          endpoint: 'getwxacodeunlimit';
          /**
           * @description Mini Program version that the code opens
           * @default release
           * @enum {string}
           */
          envVersion?: 'release' | 'trial' | 'develop';
          /**
           * @description Transparent background
           * @default false
           */
          isHyaline?: boolean;
          /**
           * @description Color of the lines, when autoColor is false
           * @default {
           *       "r": 0,
           *       "g": 0,
           *       "b": 0
           *     }
           */
          lineColor?: {
            /** @description Blue */
            b: number;
            /** @description Green */
            g: number;
            /** @description Red */
            r: number;
          };
          /** @description Generates a live code: its target is kept by Suncode and can be changed later. Leave out scene then; only for getwxacodeunlimit */
          live?: {
            /**
             * @description Page that opens, without a slash at the beginning; empty: the page that the scan opens
             * @default
             */
            page?: string;
            /**
             * @description What the Mini Program gets: names with texts, up to 4,096 bytes together
             * @default {}
             */
            parameters?: {
              [key: string]: string;
            };
          };
          /** @description Id of a Mini Program, from GET /mini-programs */
          miniProgramId: string;
          /**
           * @description Name of the code; the scene or the path when left out
           * @default
           */
          name?: string;
          /**
           * @description For your own people; several lines are possible
           * @default
           */
          note?: string;
          /**
           * @description Only for getwxacodeunlimit. Page that opens, such as pages/index/index, without a slash at the beginning and without parameters; empty: the home page
           * @default
           */
          page?: string;
          /** @description Only for getwxacodeunlimit. What the Mini Program reads: letters, digits and !#$&'()*+,/:;=?@-._~ */
          scene?: string;
          /**
           * @description Width of the picture, in pixels
           * @default 430
           */
          width?: number;
        }
      | {
          /**
           * @description Which endpoint of WeChat: getwxacodeunlimit takes a scene and uses no permanent quota; getwxacode and createwxaqrcode take a path and one of the permanent 100,000
           * @constant
           */
          endpoint: 'createwxaqrcode';
          /** @description Id of a Mini Program, from GET /mini-programs */
          miniProgramId: string;
          /**
           * @description Name of the code; the scene or the path when left out
           * @default
           */
          name?: string;
          /**
           * @description For your own people; several lines are possible
           * @default
           */
          note?: string;
          /** @description Only for getwxacode and createwxaqrcode. Page with its parameters, such as pages/index/index?t=1, up to 128 bytes (more for getwxacode where pathMaxBytes of the Mini Program says so) */
          path: string;
          /**
           * @description Width of the picture, in pixels
           * @default 430
           */
          width?: number;
        };
    NewExport: {
      /** @description Id of the batch */
      batchId?: string;
      /** @description Ids of the codes; say this, batchId or filters */
      codeIds?: string[];
      /** @description The filters of GET /codes; {} for every code that the key sees */
      filters?: {
        /** @description Id of a Mini Program; all that the key sees when left out */
        app?: string;
        /** @description Id of a batch: the codes that it generated */
        batch?: string;
        /** @description failureKey of failed codes, such as pageNotReleased */
        cause?: string;
        /** @description Id of the member or of the API key that created the code */
        creator?: string;
        /** @description One or several endpoints of WeChat, separated by commas: getwxacode, getwxacodeunlimit, createwxaqrcode */
        endpoint?: string;
        /** @description Id of a folder; none: codes in no folder */
        folder?: string;
        /** @description First day, as YYYY-MM-DD, in the time zone of the server */
        from?: string;
        /**
         * @description archived: the archive; trash: the trash; the usual list when left out
         * @enum {string}
         */
        place?: 'archived' | 'trash';
        /** @description Part of the name, note, path, page or scene */
        q?: string;
        /**
         * @description never: only live codes created 14 or more days ago that were never scanned.
         * @enum {string}
         */
        scans?: 'never';
        /**
         * @description newest first when left out; scans: live codes that were scanned most first, then all others, newest first
         * @enum {string}
         */
        sort?: 'oldest' | 'name' | 'changed' | 'scans';
        /** @description One or several, separated by commas: QUEUED, GENERATING, READY, FAILED */
        status?: string;
        /** @description One or several ids of tags, separated by commas: codes with any of them */
        tag?: string;
        /** @description Last day, included, as YYYY-MM-DD, in the time zone of the server */
        to?: string;
      };
      /**
       * @description zip: pictures; csv, xlsx: a table; pictureTable: a workbook with pictures; pdf: sheets to print; pieces: one designed file for each code
       * @default zip
       * @enum {string}
       */
      format?: 'zip' | 'csv' | 'xlsx' | 'pictureTable' | 'pdf' | 'pieces';
      /**
       * @description Language of headings and words in the file
       * @enum {string}
       */
      language?: 'zh-CN' | 'en';
      /** @description Template of the file names in a ZIP, such as {name} */
      names?: string;
      /** @description Pictures in a ZIP */
      picture?: {
        /** @description Dots per inch, for a picture of kind print */
        dpi?: number;
        /**
         * @description original: as WeChat sent it; png; print: as large as widthCm; vector: shapes
         * @default original
         * @enum {string}
         */
        kind?: 'original' | 'png' | 'print' | 'vector';
        /**
         * @description For kind print: png, jpeg or pdf; for kind vector: svg or pdf
         * @enum {string}
         */
        type?: 'png' | 'jpeg' | 'pdf' | 'svg';
        /** @description Width of the code on paper, in centimeters, for kind print or vector */
        widthCm?: number;
      };
      /** @description What is printed, for the formats pdf and pieces */
      print?: {
        /**
         * @description How codes are drawn: picture is what WeChat sent, vector is shapes
         * @enum {string}
         */
        codes?: 'picture' | 'vector';
        /** @description Copies of each code */
        copies?: number;
        /**
         * @description Crop marks around the pieces
         * @enum {string}
         */
        cropMarks?: 'yes' | 'no';
        /** @description Key of a design, as GET /designs lists them; filling fills a place with the code */
        design: string;
        /**
         * @description Colors of the print: rgb; black: texts in black ink alone; blackCodes: codes too
         * @enum {string}
         */
        ink?: 'rgb' | 'black' | 'blackCodes';
        /** @description Order of the pieces: given, name, scene, folder, or col: and the name of a column */
        order?: string;
        /** @description Print only so many, chosen at random */
        sample?: number;
        /** @description The same number chooses the same sample */
        seed?: number;
        /** @description Place on the first sheet where printing begins, 1 is the first */
        startAt?: number;
        /**
         * @description Key of a paper or of labels, such as L7160
         * @enum {string}
         */
        stock:
          | '5160'
          | 'a4'
          | 'a3'
          | 'letter'
          | 'piece'
          | 'L7160'
          | 'L7163'
          | 'L7651'
          | 'roll-40x30'
          | 'roll-50x30'
          | 'roll-60x40';
      };
      /**
       * @description What becomes of codes that open the trial or development version: include, or leaveOut. Where there are any and it is not said, the export is refused
       * @enum {string}
       */
      unreleased?: 'include' | 'leaveOut';
    };
    NewFileBatch: {
      /**
       * @description Endpoint of WeChat for all rows. When left out it is that of the template, or getwxacodeunlimit: no permanent quota is used by a guess
       * @enum {string}
       */
      endpoint?: 'getwxacode' | 'getwxacodeunlimit' | 'createwxaqrcode';
      /**
       * Format: binary
       * @description A table of up to 20 MB and 50,000 rows, as in the console: xlsx, xls, xlsb, ods, et, csv or txt
       */
      file: string;
      /** @description Line of the file that names the columns; found by itself when left out */
      headerRow?: number;
      /**
       * @description true: live codes; what would be the scene becomes their parameters
       * @default false
       * @enum {string}
       */
      live?: 'true' | 'false';
      /** @description Id of a Mini Program, from GET /mini-programs */
      miniProgramId: string;
      /**
       * @description Name of the batch; that of the file when left out
       * @default
       */
      name?: string;
      /**
       * @description all: nothing starts while a row is invalid or a duplicate; skip: such rows are left out. That of the template when left out, or all
       * @enum {string}
       */
      policy?: 'all' | 'skip';
      /** @description Name or id of a setup template, which says what the columns are for; they are found by their names. When left out, columns are understood by their names and values */
      preset?: string;
      /** @description Name of a sheet of a workbook; the one with the table when left out */
      sheet?: string;
      /**
       * @description true: start at once when nothing stands in the way; otherwise check.obstacle says what does
       * @default false
       * @enum {string}
       */
      start?: 'true' | 'false';
    };
    Problem: {
      /** @description What is wrong; the same in every language */
      code: string;
      /** @description A sentence for people, in the language of Accept-Language */
      detail: string;
      /** @description What is wrong with each field */
      errors?: {
        code: string;
        detail: string;
        field: string;
      }[];
      /** @description Of a fault of the server, to be found in its log */
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
  getAction: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Id of an action on many codes */
        actionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How far an action on many codes is. failed could not be changed; what was as wanted already is not in changed. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Action'];
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
  stopAction: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of an action on many codes */
        actionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Stop an action that is running. What was changed stays changed. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Action'];
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
  undoAction: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of an action on many codes */
        actionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Take an action back within 24 hours: each code becomes what it was, plans that have not begun are dropped, and what was changed since stays. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Action'];
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
      /** @description BULK_NO_UNDO */
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
  listAudit: {
    parameters: {
      query?: {
        /** @description What the activity is about; everything when left out */
        area?: 'access' | 'codes' | 'batches' | 'exports' | 'apps' | 'people' | 'order' | 'settings';
        /** @description nextCursor of the page before; the first page when left out */
        cursor?: string;
        /** @description First day, as YYYY-MM-DD, in the time zone of the server */
        from?: string;
        /** @description Part of the name of what was changed or of who did it, or an id */
        q?: string;
        /** @description Last day, included, as YYYY-MM-DD, in the time zone of the server */
        to?: string;
        /** @description Id of a member or of an API key, system, or stranger */
        who?: string;
      };
      header?: {
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
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
            /** @description Send it as cursor for the next page; null on the last one */
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
        /** @description Id of a Mini Program; all that the key sees when left out */
        app?: string;
        /** @description nextCursor of the page before; the first page when left out */
        cursor?: string;
        /** @description Part of the name of the batch or of who created it */
        q?: string;
        /** @description active: running or paused; drafts: not started; done: finished or cancelled */
        tab?: 'all' | 'active' | 'drafts' | 'done';
      };
      header?: {
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
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
            /** @description Send it as cursor for the next page; null on the last one */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
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
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Id of the batch */
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description State and counts of a batch; ask again every few seconds until it is FINISHED, CANCELLED, or PAUSED with the reason in stoppedBy. */
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
        /** @description Id of the batch */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the batch */
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
        /** @description nextAfter of the page before; 0 for the first page */
        after?: number;
        /** @description Only rows of this verdict; all rows when left out */
        verdict?: 'invalid' | 'duplicate' | 'reused' | 'new';
      };
      header?: {
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Id of the batch */
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
              /** @description Code that the row generated or uses */
              codeId: string | null;
              issues: {
                code: string;
                /** @description A sentence for people, in the language of Accept-Language */
                detail: string;
                field: string;
              }[];
              /** @description Line of the file; without a file the number of the row */
              line: number;
              name: string;
              row: number;
              /** @description Scene or path of the row */
              target: string;
              /**
               * @description new: its code would be generated; duplicate: the same as an earlier row; invalid: issues says why; otherwise its code already exists
               * @enum {string}
               */
              verdict: 'invalid' | 'duplicate' | 'reused' | 'new';
            }[];
            /** @description Send it as after for the next page; null on the last one */
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
  downloadErrors: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the batch */
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Rows that failed or were left out, as CSV: the table as it was, with the reason and the page. Corrected it can be sent as a new file. */
      200: {
        headers: {
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'text/csv; charset=utf-8': string;
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
  pauseBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the batch */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the batch */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the batch */
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /** @description cause from the errors of the batch; all failed rows when left out */
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
        /** @description nextAfter of the page before; 0 for the first page */
        after?: number;
        /** @description cause from the errors of the batch: only rows that failed for it */
        cause?: string;
        /** @description Words of the name or the cells, all of them; a number of one or two digits stands alone */
        q?: string;
        /** @description Only rows of which this became; all rows when left out */
        status?: 'made' | 'failed' | 'running' | 'waiting' | 'reused' | 'skipped' | 'notMade';
      };
      header?: {
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Id of the batch */
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
              /** @description Code that the row generated or uses */
              codeId: string | null;
              failure: {
                /** @description A sentence for people, in the language of Accept-Language */
                detail: string;
                errcode: number | null;
                errmsg: string | null;
                key: string;
              } | null;
              issues: {
                code: string;
                /** @description A sentence for people, in the language of Accept-Language */
                detail: string;
                field: string;
              }[];
              /** @description Line of the file; without a file the number of the row */
              line: number;
              /** @description What the live code of this row led to when it was generated; it may have changed since, which GET /codes/{codeId}/live tells. null for other codes */
              live: {
                /** @description Page that opens, without a slash at the beginning; empty: the page that the scan opens */
                page: string;
                parameters: {
                  [key: string]: string;
                };
              } | null;
              name: string;
              /** @description Page that the row asks for */
              page: string | null;
              row: number;
              /**
               * @description skipped: invalid or a duplicate; notMade: the batch was cancelled before; a row whose code already exists uses that one
               * @enum {string}
               */
              status: 'made' | 'failed' | 'running' | 'waiting' | 'reused' | 'skipped' | 'notMade';
              /** @description Scene or path of the row */
              target: string;
            }[];
            /** @description Send it as after for the next page; null on the last one */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the batch */
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /** @description The counts that you saw: a batch that would take more than these is not started */
          seen?: {
            /** @description check.quota.needed as you saw it */
            needed: number;
            /** @description check.counts.new as you saw it */
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
  createBatchFromFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': components['schemas']['NewFileBatch'];
      };
    };
    responses: {
      /** @description A batch from a table in a file (multipart/form-data), read and understood as in the console. Answers with what each column was taken for. Every row is checked; nothing is called or counted before it is started. */
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
            mapping: components['schemas']['BatchMapping'];
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
  listCodes: {
    parameters: {
      query?: {
        /** @description Id of a Mini Program; all that the key sees when left out */
        app?: string;
        /** @description Id of a batch: the codes that it generated */
        batch?: string;
        /** @description failureKey of failed codes, such as pageNotReleased */
        cause?: string;
        /** @description Id of the member or of the API key that created the code */
        creator?: string;
        /** @description nextCursor of the page before; the first page when left out */
        cursor?: string;
        /** @description One or several endpoints of WeChat, separated by commas: getwxacode, getwxacodeunlimit, createwxaqrcode */
        endpoint?: string;
        /** @description Id of a folder; none: codes in no folder */
        folder?: string;
        /** @description First day, as YYYY-MM-DD, in the time zone of the server */
        from?: string;
        /** @description Codes on a page */
        limit?: number;
        /** @description archived: the archive; trash: the trash; the usual list when left out */
        place?: 'archived' | 'trash';
        /** @description Part of the name, note, path, page or scene */
        q?: string;
        /** @description never: only live codes created 14 or more days ago that were never scanned. */
        scans?: 'never';
        /** @description newest first when left out; scans: live codes that were scanned most first, then all others, newest first */
        sort?: 'oldest' | 'name' | 'changed' | 'scans';
        /** @description One or several, separated by commas: QUEUED, GENERATING, READY, FAILED */
        status?: string;
        /** @description One or several ids of tags, separated by commas: codes with any of them */
        tag?: string;
        /** @description Last day, included, as YYYY-MM-DD, in the time zone of the server */
        to?: string;
      };
      header?: {
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
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
            /** @description Send it as cursor for the next page; null on the last one */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
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
            /**
             * @description existing: the same parameters were generated before, and nothing was called or counted
             * @enum {string}
             */
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
            /**
             * @description existing: the same parameters were generated before, and nothing was called or counted
             * @enum {string}
             */
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
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Id of the code */
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
        /** @description Id of the code */
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
        /** @description Id of the code */
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
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Id of the code */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the code */
        codeId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /**
           * @description true: people who scan it see message instead
           * @default false
           */
          isPaused?: boolean;
          /**
           * @description What people see while it is paused
           * @default
           */
          message?: string;
          /**
           * @description Page that opens, without a slash at the beginning; empty: the page that the scan opens
           * @default
           */
          page?: string;
          /**
           * @description What the Mini Program gets: names with texts, up to 4,096 bytes together
           * @default {}
           */
          parameters?: {
            [key: string]: string;
          };
          /** @description What some get instead, the first that holds; none when left out */
          rules?: {
            /**
             * @description Time of day at which it ends, as HH:MM; earlier than startTime: on the next day; empty: any
             * @default
             */
            endTime?: string;
            /**
             * @description First day on which it holds, as YYYY-MM-DD in the time zone of the server; empty: any
             * @default
             */
            from?: string;
            /**
             * @description true: people who scan it see message instead
             * @default false
             */
            isPaused?: boolean;
            /**
             * @description What people see while it is paused
             * @default
             */
            message?: string;
            /**
             * @description Page that opens, without a slash at the beginning; empty: the page that the scan opens
             * @default
             */
            page?: string;
            /**
             * @description What the Mini Program gets: names with texts, up to 4,096 bytes together
             * @default {}
             */
            parameters?: {
              [key: string]: string;
            };
            /**
             * @description Share of the people in per cent, 1 to 100; null: everybody
             * @default null
             */
            share?: number | null;
            /**
             * @description Time of day from which it holds, as HH:MM in the time zone of the server; empty: any
             * @default
             */
            startTime?: string;
            /**
             * @description Last day on which it holds, included, as YYYY-MM-DD; empty: any
             * @default
             */
            to?: string;
            /**
             * @description Days of the week on which it holds, 1 is Monday; none: every day
             * @default []
             */
            weekdays?: number[];
          }[];
          /**
           * @description Moment from which it applies, as YYYY-MM-DDTHH:MM:SSZ in UTC or YYYY-MM-DDTHH:MM in the time zone of the server; at once when left out
           * @default
           */
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
        /** @description original: as WeChat sent it; png; svg: shapes for print; thumbnail: a small WebP */
        format?: 'original' | 'png' | 'svg' | 'thumbnail';
        /** @description Width of a thumbnail, in pixels */
        width?: '96' | '192' | '320' | '640';
      };
      header?: {
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Id of the code */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the code */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the code */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Up to 100 codes, each with the fields of POST /codes */
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
              /**
               * @description existing: the same parameters were generated before, and nothing was called or counted
               * @enum {string}
               */
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
  promoteCodes: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ManyCodes'];
      };
    };
    responses: {
      /** @description Make a release code beside each code of the trial or development version; a live code takes its target along. WeChat is asked in the background: getAction tells how far it is. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Action'];
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
      /** @description BULK_COUNT_CHANGED, IDEMPOTENCY_BUSY */
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
  retargetCodes: {
    parameters: {
      query?: never;
      header?: {
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangedTargets'];
      };
    };
    responses: {
      /** @description Change what many live codes lead to, at once or from startsAt on. Only what is said changes. Up to 500 are changed before the answer, the rest in the background: getAction tells how far it is. Codes that are not live stay as they are. It can be undone. */
      200: {
        headers: {
          'Idempotency-Replayed': components['headers']['IdempotencyReplayed'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Action'];
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
      /** @description BULK_COUNT_CHANGED, IDEMPOTENCY_BUSY */
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
  listDesigns: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description List the designs that can be printed */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Design'][];
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
  listExports: {
    parameters: {
      query?: {
        /** @description Id of a Mini Program; all that the key sees when left out */
        app?: string;
        /** @description nextCursor of the page before; the first page when left out */
        cursor?: string;
        /** @description Part of what the export is of, or of who asked for it */
        q?: string;
        /** @description ready: can be downloaded */
        tab?: 'all' | 'running' | 'ready' | 'failed';
      };
      header?: {
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
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
            /** @description Send it as cursor for the next page; null on the last one */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
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
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Id of the export */
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
        /** @description Id of the export */
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
      header?: never;
      path: {
        /** @description Id of the export */
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file, the same bytes each time. */
      200: {
        headers: {
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the export */
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
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
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
              /** @description Mini Programs that it is kept to; empty where these are all that the key sees */
              appNames: string[];
              /** @description Whether the key may change and delete it */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Name of the folder */
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
        /** @description Id of the folder */
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
        /** @description Id of the folder */
        folderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Name of the folder */
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
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
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
              /** @description true: no codes can be generated for it */
              isDisabled: boolean;
              /**
               * @description LIVE calls WeChat; SANDBOX imitates it and uses no real quota
               * @enum {string}
               */
              mode: 'LIVE' | 'SANDBOX';
              name: string;
              /** @description Longest path that getwxacode takes, in bytes */
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
  listPresets: {
    parameters: {
      query?: never;
      header?: {
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Setup templates that a file can be mapped by. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Name of the member or of the API key */
              createdBy: string | null;
              id: string;
              mapping: components['schemas']['BatchMapping'];
              name: string;
              /** Format: date-time */
              updatedAt: string;
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
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
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
              /** @description Reserved by an administrator: new codes leave so many unused */
              floor: number;
              /** @description How many new codes may still use */
              left: number;
              /** @description Permanent quota of each Mini Program */
              limit: number;
              miniProgramId: string;
              /** @description Calls without an answer, counted as used until it is clear */
              uncertain: number;
              /** @description How many are used */
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
        /** @description ETag of what you have: when nothing has changed the answer is 304 without content */
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
              /** @description Mini Programs that it is kept to; empty where these are all that the key sees */
              appNames: string[];
              /** @description Whether the key may change and delete it */
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
        /** @description Any text of your choice: the same request with it gets the same answer within 24 hours, and nothing happens twice */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Color of the tag
           * @enum {string}
           */
          color: 'gray' | 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple';
          /** @description Name of the tag, without commas */
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
        /** @description Id of the tag */
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
        /** @description Id of the tag */
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Color of the tag
           * @enum {string}
           */
          color: 'gray' | 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple';
          /** @description Name of the tag, without commas */
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
