-- AlterTable
ALTER TABLE "Code" ADD COLUMN     "failureKey" TEXT;

-- Codes that failed before: the key that was worked out from these columns each time they were shown.
UPDATE "Code" SET "failureKey" = CASE
  WHEN "failureReason" = 'storage' THEN 'storage'
  WHEN "errcode" IS NOT NULL THEN coalesce((
    SELECT known."key" FROM (VALUES
      (-1, 'systemBusy'), (40001, 'tokenNotLatest'), (40002, 'grantTypeInvalid'), (40013, 'appIdInvalid'),
      (40014, 'tokenIllegal'), (40033, 'unicodeEscape'), (40066, 'urlInvalid'), (40097, 'argumentsInvalid'),
      (40125, 'secretInvalid'), (40129, 'sceneInvalid'), (40159, 'pathLength'), (40164, 'ipNotAllowed'),
      (40169, 'sceneLength'), (40189, 'widthInvalid'), (40243, 'secretFrozen'), (41001, 'tokenMissing'),
      (41002, 'appIdMissing'), (41004, 'secretMissing'), (41030, 'pageNotReleased'), (42001, 'tokenExpired'),
      (43002, 'postRequired'), (43003, 'httpsRequired'), (44002, 'bodyEmpty'), (45009, 'callLimit'),
      (45011, 'minuteLimit'), (45029, 'limitedCodesUsedUp'), (45063, 'permissionMissing'), (47001, 'dataFormat'),
      (48001, 'apiUnauthorized'), (50002, 'accountRestricted'), (50004, 'tokenUseForbidden'), (50007, 'accountFrozen'),
      (61004, 'ipNotAllowed'), (61007, 'componentUnauthorized'), (61024, 'componentTokenRequired'), (85096, 'reservedParameter'),
      (89503, 'confirmationNeeded'), (89506, 'confirmationRefusedDay'), (89507, 'confirmationRefusedHour')
    ) AS known ("errcode", "key") WHERE known."errcode" = "Code"."errcode"), 'unknownErrcode')
  WHEN "failureReason" = 'http' THEN CASE
    WHEN "errmsg" LIKE 'HTTP 412%' THEN 'framingRefused'
    WHEN "errmsg" LIKE 'HTTP 5%' THEN 'gateway'
    WHEN "errmsg" LIKE 'HTTP 3%' THEN 'redirected'
    ELSE 'httpStatus' END
  WHEN "failureReason" = 'empty' THEN 'answerEmpty'
  WHEN "failureReason" = 'unreadable' THEN 'answerUnreadable'
  WHEN "failureReason" = 'truncated' THEN 'pictureTruncated'
  WHEN "failureReason" IN ('timeout', 'network') THEN "failureReason"
  ELSE 'notSent' END
WHERE "status" = 'FAILED';
