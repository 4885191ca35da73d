import 'server-only';
import { makerOf } from '@/lib/auth/maker';
import type { CodeDetail, CodeListItem } from '@/lib/codes/find/queries';

function pictureOf({ id, imageType, imageWidthPx, imageHeightPx, imageSha256 }: CodeListItem) {
  if (imageSha256 === null || imageType === null) return null;
  return {
    ...{ type: imageType, widthPx: imageWidthPx ?? 0, heightPx: imageHeightPx ?? 0, sha256: imageSha256 },
    url: `/api/v1/codes/${id}/picture`,
  };
}

/** Moments are turned into text by JSON itself. */
function fieldsOf(code: CodeListItem | CodeDetail) {
  const { id, name, note, endpoint, status, path, page, scene, width, isHyaline } = code;
  const { failureKey, quotaCost, tagIds, createdAt, updatedAt, archivedAt, deletedAt } = code;
  return {
    ...{ id, miniProgramId: code.miniProgram.id, name, note, endpoint, status, path, page, scene, width },
    ...{ isHyaline, picture: pictureOf(code), failureKey, quotaCost, tagIds, createdAt, updatedAt },
    ...{ folderId: code.folder?.id ?? null, createdBy: makerOf(code)?.name ?? null, archivedAt, deletedAt },
  };
}

/** As `codeItemSchema`. */
export function codeItemJson(code: CodeListItem) {
  return { ...fieldsOf(code), scanCount: code.scans ?? null };
}

/** As `codeSchema`. */
export function codeJson(code: CodeDetail) {
  const { autoColor, lineColor, envVersion, checkPath, batch, generatedAt, errcode, errmsg, rid } = code;
  return {
    ...fieldsOf(code),
    ...{ autoColor, lineColor, envVersion, checkPath, batchId: batch?.id ?? null },
    ...{ generatedAt, errcode, errmsg, rid },
  };
}
