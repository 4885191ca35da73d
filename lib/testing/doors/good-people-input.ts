import type { Given } from './given';

/** What the actions for people take: the own account, members, how they sign in, and what they are told of. */
export function peopleInputs({ actor, appId, name, nobody }: Given): Record<string, unknown[]> {
  const user = { name, email: 'a@suncode.test', password: '' };
  const passkey = {
    ...{ id: 'x', rawId: 'x', type: 'public-key', clientExtensionResults: {} },
    response: { clientDataJSON: 'x', attestationObject: 'x' },
  };
  return {
    // No password: hashing one takes as long as a hundred refusals.
    'setup/actions#completeSetupAction': [{ token: 'a-token', values: user }],
    'notices/actions#chooseNoticesAction': [{ kind: 'batch.finished', way: 'mail', isOn: true }],
    'notices/actions#readNoticesAction': [{ upTo: nobody }],
    'users/actions#changePasswordAction': [{ currentPassword: 'a', newPassword: 'b', repeatPassword: 'b' }],
    'users/actions#keepPreferencesAction': [{ locale: 'en' }, { theme: 'system' }],
    'users/actions#endSessionAction': [{ id: nobody, proof: { currentPassword: 'a', code: '' } }],
    'users/actions#endOtherSessionsAction': [{ currentPassword: 'a', code: '' }],
    'users/actions#updateProfileAction': [{ name, email: 'somebody@suncode.test', currentPassword: 'p' }],
    'users/passkeys/actions#askForPasskeyAction': [{}],
    'users/passkeys/actions#askForOwnPasskeyAction': [{}],
    'users/passkeys/actions#startPasskeyAction': [{ currentPassword: 'a', code: '123456' }],
    'users/passkeys/actions#addPasskeyAction': [{ name, answer: passkey }],
    'users/passkeys/actions#renamePasskeyAction': [{ id: nobody, name }],
    'users/passkeys/actions#removePasskeyAction': [
      { id: nobody, proof: { currentPassword: 'a', code: '123456' } },
    ],
    'users/second-step/actions#startSecondStepAction': [null],
    'users/second-step/actions#confirmSecondStepAction': [{ currentPassword: 'a', code: '123456' }],
    'users/second-step/actions#renewRecoveryCodesAction': [{ currentPassword: 'a', code: '123456' }],
    'users/second-step/actions#turnOffSecondStepAction': [{ currentPassword: 'a', code: 'abcd-efgh' }],
    'users/second-step/actions#resetSecondStepAction': [{ id: nobody }, { id: actor.id }],
    'users/second-step/actions#setSecondStepRequiredAction': [{ required: false }],
    'users/sign-in-services/actions#setNewcomerRulesAction': [
      { newcomers: 'member', role: 'OPERATOR', appIds: [appId] },
    ],
    'users/sign-in-services/actions#answerJoinRequestAction': [{ id: nobody, isLetIn: true }],
    'users/sign-in-services/actions#beginConnectingAction': [{ id: 'oidc', currentPassword: 'a' }],
    'users/sign-in-services/actions#disconnectServiceAction': [{ id: 'oidc' }],
    'users/sign-in-services/actions#checkServiceAction': [{ id: 'oidc' }],
    'users/member-actions#inviteMembersAction': [
      { emails: '张三 <z@suncode.test>; b@suncode.test', role: 'VIEWER', appIds: [appId] },
    ],
    'users/member-actions#revokeInvitationAction': [{ id: nobody }],
    // The last administrator, who stays one.
    'users/member-actions#changeRoleAction': [{ id: actor.id, role: 'VIEWER' }],
    'users/member-actions#changeSightAction': [
      { id: actor.id, appIds: [appId] },
      { id: nobody, appIds: null },
    ],
    'users/member-actions#deactivateMemberAction': [
      { id: nobody, heirId: null },
      { id: actor.id, heirId: nobody },
    ],
    'users/member-actions#reactivateMemberAction': [{ id: actor.id }],
    'users/member-actions#createResetLinkAction': [{ id: actor.id }],
    'users/member-actions#acceptInvitationAction': [{ token: 'a-token', values: { name, password: '' } }],
    'users/member-actions#requestResetAction': [{ email: 'nobody@suncode.test' }],
    'users/member-actions#resetPasswordAction': [
      { token: 'a-token', values: { newPassword: 'b', repeatPassword: 'b' } },
    ],
  };
}
