/** What stands in the examples of the document; who tries them puts ids of their own in. */
export const EXAMPLE_IDS = {
  miniProgramId: '3b0f6a52-8d1e-4c7a-9a44-5e2b7c1d9f01',
  codeId: '6f1c0c7e-2f5a-4c59-9a53-0d1f6e1b7a02',
  batchId: '9d4e2b18-7c3f-4a6b-8e15-2f7a9c0b3d03',
  exportId: 'c27a5d94-1b6e-4f38-a0d2-7e9b4c5f8a04',
  tagId: 'e58b3c61-4d9a-4e27-b6f3-1a8c0d7e2b05',
  folderId: 'f13d7e86-6a2c-4b95-8c41-9e0b5f4a7c06',
  actionId: '2d8f5b17-9e4c-4a63-b7d1-3c6a0e9f8b07',
} as const;

export type ExampleId = keyof typeof EXAMPLE_IDS;

const isName = (name: string): name is ExampleId => name in EXAMPLE_IDS;

/** The example of an id, by the name that it has in paths. */
export const exampleId = (name: string) => (isName(name) ? EXAMPLE_IDS[name] : undefined);

export const EXAMPLE_ID_NAMES = Object.keys(EXAMPLE_IDS).filter(isName);
