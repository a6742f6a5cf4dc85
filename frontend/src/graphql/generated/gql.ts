/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      viewer { user { id } }\n      errors { code message path }\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      ok\n      errors { code message path }\n    }\n  }\n": typeof types.RequestPasswordResetDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ok\n      errors { code message path }\n    }\n  }\n": typeof types.ResetPasswordDocument,
    "\n  query OrganizationSettings { viewer { organization { id name kind country replyTo privacyUrl } } }\n": typeof types.OrganizationSettingsDocument,
    "\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) {\n      organization { id name country replyTo privacyUrl }\n      errors { code message path }\n    }\n  }\n": typeof types.UpdateOrganizationDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) { user { id name email } errors { code message path } }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) { ok errors { code message path } }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query NotificationSettings { notificationSettings { kind enabled } }\n": typeof types.NotificationSettingsDocument,
    "\n  mutation SetNotificationSettings($input: SetNotificationSettingsInput!) {\n    setNotificationSettings(input: $input) { ok errors { code message path } }\n  }\n": typeof types.SetNotificationSettingsDocument,
    "\n  query Sessions { sessions { id current userAgent ipAddress createdAt lastSeenAt } }\n": typeof types.SessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) { ok errors { code message path } }\n  }\n": typeof types.EndSessionDocument,
    "\n  query AnyLetters { letters(first: 1) { totalCount } }\n": typeof types.AnyLettersDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { user { id } }\n      errors { code message path }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  query ApiTokens { apiTokens { id name createdAt lastUsedAt createdBy { id name } } }\n": typeof types.ApiTokensDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) { id secret errors { code message path } }\n  }\n": typeof types.CreateApiTokenDocument,
    "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) { ok errors { code message path } }\n  }\n": typeof types.RevokeApiTokenDocument,
    "\n  query Users($withInvitations: Boolean!) {\n    users { id name email role }\n    invitations @include(if: $withInvitations) { id email role createdAt expiresAt invitedBy { id name } }\n  }\n": typeof types.UsersDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { invitation { id email role } errors { code message path } }\n  }\n": typeof types.InviteUserDocument,
    "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) { ok errors { code message path } }\n  }\n": typeof types.RevokeInvitationDocument,
    "\n  mutation ChangeUserRole($input: ChangeUserRoleInput!) {\n    changeUserRole(input: $input) { user { id role } errors { code message path } }\n  }\n": typeof types.ChangeUserRoleDocument,
    "\n  mutation RemoveUser($input: RemoveUserInput!) {\n    removeUser(input: $input) { ok errors { code message path } }\n  }\n": typeof types.RemoveUserDocument,
    "\n  fragment Viewer on Viewer {\n    user { id name email role }\n    organization { id name kind country }\n    permissions\n  }\n": typeof types.ViewerFragmentDoc,
    "\n  query Viewer { viewer { ...Viewer } }\n": typeof types.ViewerDocument,
    "\n  mutation SignOut { signOut { ok } }\n": typeof types.SignOutDocument,
    "\n  query AskedConsent($token: String!) {\n    consentRequest(token: $token) { organizationName privacyUrl statement consent answeredAt }\n  }\n": typeof types.AskedConsentDocument,
    "\n  mutation AnswerConsent($input: AnswerConsentRequestInput!) {\n    answerConsentRequest(input: $input) {\n      organizationName consent\n      errors { code message }\n    }\n  }\n": typeof types.AnswerConsentDocument,
    "\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) {\n      contact { ...ContactRow }\n      errors { code message path }\n    }\n  }\n": typeof types.AddContactDocument,
    "\n  mutation PutContactsOnList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n": typeof types.PutContactsOnListDocument,
    "\n  query OrdersThatGain($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 20) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n": typeof types.OrdersThatGainDocument,
    "\n  query ContactList($id: ID!) {\n    contactList(id: $id) { ...ListRow }\n    orders(contactListId: $id, first: 20) {\n      totalCount\n      edges { node { id number name status isActive } }\n    }\n  }\n": typeof types.ContactListDocument,
    "\n  query ListMembers($listId: ID!, $first: Int!, $offset: Int!, $search: String, $sort: ContactSort) {\n    contactList(id: $listId) {\n      id\n      contactCount\n      contacts(first: $first, offset: $offset, search: $search, sort: $sort) {\n        totalCount\n        edges { node { ...ContactRow } }\n      }\n    }\n  }\n": typeof types.ListMembersDocument,
    "\n  mutation ArchiveContactList($input: ArchiveContactListInput!) {\n    archiveContactList(input: $input) {\n      contactList { id isArchived }\n      errors { code message path }\n    }\n  }\n": typeof types.ArchiveContactListDocument,
    "\n  fragment ListRow on ContactList { id name isArchived contactCount createdAt }\n": typeof types.ListRowFragmentDoc,
    "\n  query ContactLists($after: String, $search: String, $archived: Boolean) {\n    contactLists(first: 100, after: $after, search: $search, archived: $archived) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...ListRow } }\n    }\n  }\n": typeof types.ContactListsDocument,
    "\n  fragment ContactDetails on Contact {\n    ...ContactRow\n    website addressLine1 addressLine2 city region postalCode country industry notes\n    deactivatedAt updatedAt\n    lists { id name contactCount isArchived }\n    consentHistory { at status source statement ipAddress actor { id name } }\n  }\n": typeof types.ContactDetailsFragmentDoc,
    "\n  query Contact($id: ID!) {\n    contact(id: $id) { ...ContactDetails }\n    consentAsking(contactId: $id) { askedAt remindedAt resentAt returnedAt expiresAt expired answeredAt timesLeft }\n    orders(contactId: $id, first: 20) {\n      totalCount\n      edges { node { id number name status } }\n    }\n  }\n": typeof types.ContactDocument,
    "\n  query Contacts($first: Int!, $offset: Int!, $search: String, $consent: [ConsentStatus!], $deactivated: Boolean, $sort: ContactSort) {\n    contacts(first: $first, offset: $offset, search: $search, consent: $consent, deactivated: $deactivated, sort: $sort) {\n      totalCount\n      edges { node { ...ContactRow } }\n    }\n  }\n": typeof types.ContactsDocument,
    "\n  mutation CreateList($input: CreateContactListInput!) {\n    createContactList(input: $input) {\n      contactList { ...ListRow }\n      errors { code message path }\n    }\n  }\n": typeof types.CreateListDocument,
    "\n  mutation DeactivateContacts($input: DeactivateContactsInput!) {\n    deactivateContacts(input: $input) {\n      deactivatedIds\n      errors { code message path }\n    }\n  }\n": typeof types.DeactivateContactsDocument,
    "\n  mutation DeleteContactList($input: DeleteContactListInput!) {\n    deleteContactList(input: $input) {\n      deletedId\n      errors { code message path }\n    }\n  }\n": typeof types.DeleteContactListDocument,
    "\n  mutation UpdateContact($input: UpdateContactInput!) {\n    updateContact(input: $input) {\n      contact { ...ContactDetails }\n      errors { code message path }\n    }\n  }\n": typeof types.UpdateContactDocument,
    "\n  mutation EraseContacts($input: EraseContactsInput!) {\n    eraseContacts(input: $input) {\n      erasedIds\n      errors { code message path }\n    }\n  }\n": typeof types.EraseContactsDocument,
    "\n  mutation RenameContactList($input: RenameContactListInput!) {\n    renameContactList(input: $input) {\n      contactList { id name }\n      errors { code message path }\n    }\n  }\n": typeof types.RenameContactListDocument,
    "\n  query ListChoices($search: String) {\n    contactLists(first: 50, search: $search) {\n      totalCount\n      edges { node { id name contactCount } }\n    }\n  }\n": typeof types.ListChoicesDocument,
    "\n  mutation RecordConsent($input: RecordConsentInput!) {\n    recordConsent(input: $input) {\n      contacts { id consent updatedAt }\n      errors { code message path }\n    }\n  }\n": typeof types.RecordConsentDocument,
    "\n  query LinkedOrders($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 20) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n": typeof types.LinkedOrdersDocument,
    "\n  mutation RemoveContactsFromList($input: ListContactsInput!) {\n    removeContactsFromList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n": typeof types.RemoveContactsFromListDocument,
    "\n  mutation PutBackOnList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n": typeof types.PutBackOnListDocument,
    "\n  query Suppressions($after: String, $search: String) {\n    suppressions(first: 50, after: $after, search: $search) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id address reason at actor { id name } } }\n    }\n  }\n": typeof types.SuppressionsDocument,
    "\n  mutation LiftSuppressions($input: LiftSuppressionsInput!) {\n    liftSuppressions(input: $input) { ok errors { code message path } }\n  }\n": typeof types.LiftSuppressionsDocument,
    "\n  mutation SuppressAddresses($input: SuppressAddressesInput!) {\n    suppressAddresses(input: $input) { suppressed errors { code message path } }\n  }\n": typeof types.SuppressAddressesDocument,
    "\n  fragment ContactRow on Contact {\n    id firstName lastName email phone mobile company jobTitle consent createdAt\n  }\n": typeof types.ContactRowFragmentDoc,
    "\n  mutation RestoreContacts($input: RestoreContactsInput!) {\n    restoreContacts(input: $input) {\n      contacts { id consent deactivatedAt updatedAt }\n      errors { code message path }\n    }\n  }\n": typeof types.RestoreContactsDocument,
    "\n  mutation ResendConsentRequests($input: ResendConsentRequestsInput!) {\n    resendConsentRequests(input: $input) {\n      sent\n      errors { code message path }\n    }\n  }\n": typeof types.ResendConsentRequestsDocument,
    "\n  mutation CheckImport($input: StartImportInput!) {\n    checkImport(input: $input) {\n      check {\n        totalRows wouldAdd wouldJoin wouldUpdate wouldFail wouldAsk cannotAsk\n        failuresByReason { reason count }\n        failedRows { rowNumber reason message field values }\n        causes { ...CauseGroup }\n        orders { id number name }\n      }\n      errors { code message path }\n    }\n  }\n": typeof types.CheckImportDocument,
    "\n  mutation StartImport($input: StartImportInput!) {\n    startImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n": typeof types.StartImportDocument,
    "\n  query ConsentLetter { consentLetter { subject text html } }\n": typeof types.ConsentLetterDocument,
    "\n  query FailedRows($id: ID!, $first: Int!, $offset: Int!, $reason: FailureReason) {\n    contactImport(id: $id) {\n      id\n      failedRows(first: $first, offset: $offset, reason: $reason) {\n        totalCount\n        edges { node { rowNumber reason message field values } }\n      }\n    }\n  }\n": typeof types.FailedRowsDocument,
    "\n  query FailureCounts($id: ID!) {\n    contactImport(id: $id) {\n      id\n      failedCauses { ...CauseGroup }\n      INVALID_EMAIL: failedRows(first: 1, reason: INVALID_EMAIL) { totalCount }\n      INVALID_PHONE: failedRows(first: 1, reason: INVALID_PHONE) { totalCount }\n      INVALID_VALUE: failedRows(first: 1, reason: INVALID_VALUE) { totalCount }\n      NO_IDENTITY: failedRows(first: 1, reason: NO_IDENTITY) { totalCount }\n      DUPLICATE_IN_FILE: failedRows(first: 1, reason: DUPLICATE_IN_FILE) { totalCount }\n      ALREADY_EXISTS: failedRows(first: 1, reason: ALREADY_EXISTS) { totalCount }\n      SUPPRESSED: failedRows(first: 1, reason: SUPPRESSED) { totalCount }\n      TOO_LONG: failedRows(first: 1, reason: TOO_LONG) { totalCount }\n      MALFORMED_ROW: failedRows(first: 1, reason: MALFORMED_ROW) { totalCount }\n    }\n  }\n": typeof types.FailureCountsDocument,
    "\n  mutation RetryFailedRows($input: RetryFailedRowsInput!) {\n    retryFailedRows(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n": typeof types.RetryFailedRowsDocument,
    "\n  subscription FollowImport($importId: ID!) {\n    importProgress(importId: $importId) { ...ImportProgress fileName }\n  }\n": typeof types.FollowImportDocument,
    "\n  mutation UndoImport($input: ImportIdInput!) {\n    undoImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n": typeof types.UndoImportDocument,
    "\n  mutation ResumeImport($input: ImportIdInput!) {\n    resumeImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n": typeof types.ResumeImportDocument,
    "\n  query ReturnTo($id: ID!) { order(id: $id) { id number name } }\n": typeof types.ReturnToDocument,
    "\n  subscription ImportProgress($importId: ID!) { importProgress(importId: $importId) { ...ImportProgress } }\n": typeof types.ImportProgressDocument,
    "\n  fragment ImportRow on ContactImport {\n    id fileName format status task createdAt startedAt totalRows processedRows addedRows joinedRows updatedRows failedRowCount\n    createdBy { id name }\n    contactList { id name }\n  }\n": typeof types.ImportRowFragmentDoc,
    "\n  query ContactImports($after: String, $status: [ImportStatus!]) {\n    contactImports(first: 50, after: $after, status: $status) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...ImportRow } }\n    }\n  }\n": typeof types.ContactImportsDocument,
    "\n  mutation ConfigureImport($input: ConfigureImportInput!) {\n    configureImport(input: $input) {\n      contactImport { ...ImportReading }\n      errors { code message path }\n    }\n  }\n": typeof types.ConfigureImportDocument,
    "\n  mutation CancelImport($input: ImportIdInput!) {\n    cancelImport(input: $input) {\n      contactImport { ...ImportProgress }\n      errors { code message path }\n    }\n  }\n": typeof types.CancelImportDocument,
    "\n  mutation StopImport($input: ImportIdInput!) {\n    cancelImport(input: $input) {\n      contactImport { ...ImportProgress }\n      errors { code message path }\n    }\n  }\n": typeof types.StopImportDocument,
    "\n  query OrdersOfList($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 6) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n": typeof types.OrdersOfListDocument,
    "\n  fragment RunningImport on ContactImport {\n    id fileName createdAt status task totalRows processedRows\n    createdBy { id name }\n  }\n": typeof types.RunningImportFragmentDoc,
    "\n  query RunningImports($contactListId: ID!) {\n    contactImports(first: 3, contactListId: $contactListId, status: [MAPPING, QUEUED, RUNNING]) {\n      totalCount\n      edges { node { ...RunningImport } }\n    }\n  }\n": typeof types.RunningImportsDocument,
    "\n  subscription WatchImport($importId: ID!) {\n    importProgress(importId: $importId) { ...ImportProgress }\n  }\n": typeof types.WatchImportDocument,
    "\n  mutation UploadContacts($input: UploadContactsInput!) {\n    uploadContacts(input: $input) {\n      contactImport { id }\n      errors { code message path }\n    }\n  }\n": typeof types.UploadContactsDocument,
    "\n  query UploadToOrder($id: ID!) {\n    order(id: $id) { id name number isActive contactList { id name isArchived } }\n  }\n": typeof types.UploadToOrderDocument,
    "\n  query UploadToList($id: ID!) {\n    contactList(id: $id) { id name isArchived }\n  }\n": typeof types.UploadToListDocument,
    "\n  fragment ImportProgress on ContactImport {\n    id status task error totalRows processedRows addedRows joinedRows updatedRows askedRows\n    failedRowCount failedRowsCsvUrl failedRowsXlsxUrl startedAt finishedAt canUndo\n  }\n": typeof types.ImportProgressFragmentDoc,
    "\n  fragment CauseGroup on ImportCause {\n    cause found becomes count solved countries\n    examples { rowNumber column before after }\n  }\n": typeof types.CauseGroupFragmentDoc,
    "\n  fragment ImportReading on ContactImport {\n    id sheets sheet encoding delimiter hasHeaderRow consent status totalRows\n    columns { index header samples suggestedField mappedField }\n    preview\n  }\n": typeof types.ImportReadingFragmentDoc,
    "\n  fragment ImportDetails on ContactImport {\n    ...ImportProgress\n    ...ImportReading\n    fileName format fileSize existing invalidValues createdAt\n    createdBy { id name }\n    contactList { id name contactCount isArchived }\n    duplicateOf { id fileName createdAt status addedRows }\n  }\n": typeof types.ImportDetailsFragmentDoc,
    "\n  query ContactImport($id: ID!) {\n    contactImport(id: $id) { ...ImportDetails }\n    contactFields { name label maxLength identifies }\n  }\n": typeof types.ContactImportDocument,
    "\n  query Letters($after: String, $search: String) {\n    letters(first: 50, after: $after, search: $search) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id to subject sentAt } }\n    }\n  }\n": typeof types.LettersDocument,
    "\n  query Letter($id: ID!) { node(id: $id) { id ... on Letter { to subject text html sentAt } } }\n": typeof types.LetterDocument,
    "\n  query Activity($id: ID!, $after: String) {\n    order(id: $id) {\n      id\n      activity(first: 40, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        edges { node { id at kind summary actor { id name } } }\n      }\n    }\n  }\n": typeof types.ActivityDocument,
    "\n  mutation AddParticipant($input: AddParticipantInput!) {\n    addParticipant(input: $input) {\n      participant { ...ParticipantRow }\n      existingContact { id firstName lastName email phone mobile }\n      errors { code message path }\n    }\n  }\n": typeof types.AddParticipantDocument,
    "\n  mutation AddContactsToList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n": typeof types.AddContactsToListDocument,
    "\n  query Additions($id: ID!) { order(id: $id) { id additions(days: 30) { date count } } }\n": typeof types.AdditionsDocument,
    "\n  mutation EditOrder($input: UpdateOrderInput!) {\n    updateOrder(input: $input) {\n      order { id name service updatedAt }\n      errors { code message path }\n    }\n  }\n": typeof types.EditOrderDocument,
    "\n  mutation UpdateOrder($input: UpdateOrderInput!) {\n    updateOrder(input: $input) {\n      order { id estimatedCompletion updatedAt }\n      errors { code message path }\n    }\n  }\n": typeof types.UpdateOrderDocument,
    "\n  mutation SetNotificationRecipients($input: SetNotificationRecipientsInput!) {\n    setNotificationRecipients(input: $input) {\n      order { id notificationRecipients updatedAt }\n      errors { code message path }\n    }\n  }\n": typeof types.SetNotificationRecipientsDocument,
    "\n  fragment OrderRow on Order {\n    id number name service status isActive updatedAt estimatedCompletion\n    partner { id name }\n    provider { id name }\n    participantSummary { total confirmed pending declined }\n  }\n": typeof types.OrderRowFragmentDoc,
    "\n  query Orders($first: Int, $offset: Int, $search: String, $active: Boolean, $status: [OrderStatus!], $partnerId: ID, $sort: OrderSort) {\n    orders(first: $first, offset: $offset, search: $search, active: $active, status: $status, partnerId: $partnerId, sort: $sort) {\n      totalCount\n      edges { node { ...OrderRow } }\n    }\n  }\n": typeof types.OrdersDocument,
    "\n  subscription OrderChanges { orderChanges { ...OrderRow } }\n": typeof types.OrderChangesDocument,
    "\n  fragment ParticipantRow on Participant {\n    id addedAt\n    contact { id firstName lastName email phone mobile company jobTitle consent }\n  }\n": typeof types.ParticipantRowFragmentDoc,
    "\n  query ParticipantsPage(\n    $orderId: ID!, $first: Int!, $offset: Int!, $search: String, $consent: [ConsentStatus!], $sort: ParticipantSort\n  ) {\n    order(id: $orderId) {\n      id\n      participants(first: $first, offset: $offset, search: $search, consent: $consent, sort: $sort) {\n        totalCount\n        edges { node { ...ParticipantRow } }\n      }\n    }\n  }\n": typeof types.ParticipantsPageDocument,
    "\n  query Partners { partners { id name } }\n": typeof types.PartnersDocument,
    "\n  query Providers { providers { id name } }\n": typeof types.ProvidersDocument,
    "\n  mutation CreateOrder($input: CreateOrderInput!) {\n    createOrder(input: $input) {\n      order { ...OrderRow }\n      errors { code message path }\n    }\n  }\n": typeof types.CreateOrderDocument,
    "\n  query LinkPreview($orderId: ID!, $contactListId: ID!) {\n    linkPreview(orderId: $orderId, contactListId: $contactListId) { leaving arriving staying }\n  }\n": typeof types.LinkPreviewDocument,
    "\n  mutation CreateContactList($input: CreateContactListInput!) {\n    createContactList(input: $input) {\n      contactList { id name contactCount isArchived createdAt }\n      errors { code message path }\n    }\n  }\n": typeof types.CreateContactListDocument,
    "\n  query LatestStatus($id: ID!) {\n    order(id: $id) { id activity(first: 50) { edges { node { id kind at note actor { id name } } } } }\n  }\n": typeof types.LatestStatusDocument,
    "\n  fragment OrderDetails on Order {\n    ...OrderRow\n    createdAt\n    placedBy { id name }\n    contactList { id name contactCount isArchived }\n    notificationRecipients\n  }\n": typeof types.OrderDetailsFragmentDoc,
    "\n  query Order($id: ID!) { order(id: $id) { ...OrderDetails } }\n": typeof types.OrderDocument,
    "\n  mutation ChangeOrderStatus($input: ChangeOrderStatusInput!) {\n    changeOrderStatus(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n": typeof types.ChangeOrderStatusDocument,
    "\n  mutation LinkContactList($input: LinkContactListInput!) {\n    linkContactList(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n": typeof types.LinkContactListDocument,
    "\n  mutation UnlinkContactList($input: UnlinkContactListInput!) {\n    unlinkContactList(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n": typeof types.UnlinkContactListDocument,
    "\n  subscription ParticipantChanges($orderId: ID!) {\n    participantChanges(orderId: $orderId) {\n      cursor\n      reset\n      order { id updatedAt participantSummary { total confirmed pending declined } contactList { id name contactCount isArchived } }\n      added { id }\n      addedCount\n      updated { ...ParticipantRow }\n      updatedCount\n      removedIds\n      removedCount\n      participantCount\n    }\n  }\n": typeof types.ParticipantChangesDocument,
    "\n  query PaletteSearch($search: String!, $isPartner: Boolean!) {\n    orders(first: 6, search: $search) { edges { node { ...PaletteOrder } } }\n    contactLists(first: 5, search: $search) @include(if: $isPartner) { edges { node { ...PaletteList } } }\n    contacts(first: 6, search: $search) @include(if: $isPartner) { edges { node { ...PaletteContact } } }\n  }\n": typeof types.PaletteSearchDocument,
    "\n  query PaletteRecent($ids: [ID!]!) {\n    nodes(ids: $ids) { id ...PaletteOrder ...PaletteList ...PaletteContact }\n  }\n": typeof types.PaletteRecentDocument,
    "\n  fragment PaletteOrder on Order { id number name status }\n": typeof types.PaletteOrderFragmentDoc,
    "\n  fragment PaletteList on ContactList { id name contactCount }\n": typeof types.PaletteListFragmentDoc,
    "\n  fragment PaletteContact on Contact { id firstName lastName email phone mobile company }\n": typeof types.PaletteContactFragmentDoc,
};
const documents: Documents = {
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      viewer { user { id } }\n      errors { code message path }\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      ok\n      errors { code message path }\n    }\n  }\n": types.RequestPasswordResetDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ok\n      errors { code message path }\n    }\n  }\n": types.ResetPasswordDocument,
    "\n  query OrganizationSettings { viewer { organization { id name kind country replyTo privacyUrl } } }\n": types.OrganizationSettingsDocument,
    "\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) {\n      organization { id name country replyTo privacyUrl }\n      errors { code message path }\n    }\n  }\n": types.UpdateOrganizationDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) { user { id name email } errors { code message path } }\n  }\n": types.UpdateProfileDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) { ok errors { code message path } }\n  }\n": types.ChangePasswordDocument,
    "\n  query NotificationSettings { notificationSettings { kind enabled } }\n": types.NotificationSettingsDocument,
    "\n  mutation SetNotificationSettings($input: SetNotificationSettingsInput!) {\n    setNotificationSettings(input: $input) { ok errors { code message path } }\n  }\n": types.SetNotificationSettingsDocument,
    "\n  query Sessions { sessions { id current userAgent ipAddress createdAt lastSeenAt } }\n": types.SessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) { ok errors { code message path } }\n  }\n": types.EndSessionDocument,
    "\n  query AnyLetters { letters(first: 1) { totalCount } }\n": types.AnyLettersDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { user { id } }\n      errors { code message path }\n    }\n  }\n": types.SignInDocument,
    "\n  query ApiTokens { apiTokens { id name createdAt lastUsedAt createdBy { id name } } }\n": types.ApiTokensDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) { id secret errors { code message path } }\n  }\n": types.CreateApiTokenDocument,
    "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) { ok errors { code message path } }\n  }\n": types.RevokeApiTokenDocument,
    "\n  query Users($withInvitations: Boolean!) {\n    users { id name email role }\n    invitations @include(if: $withInvitations) { id email role createdAt expiresAt invitedBy { id name } }\n  }\n": types.UsersDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { invitation { id email role } errors { code message path } }\n  }\n": types.InviteUserDocument,
    "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) { ok errors { code message path } }\n  }\n": types.RevokeInvitationDocument,
    "\n  mutation ChangeUserRole($input: ChangeUserRoleInput!) {\n    changeUserRole(input: $input) { user { id role } errors { code message path } }\n  }\n": types.ChangeUserRoleDocument,
    "\n  mutation RemoveUser($input: RemoveUserInput!) {\n    removeUser(input: $input) { ok errors { code message path } }\n  }\n": types.RemoveUserDocument,
    "\n  fragment Viewer on Viewer {\n    user { id name email role }\n    organization { id name kind country }\n    permissions\n  }\n": types.ViewerFragmentDoc,
    "\n  query Viewer { viewer { ...Viewer } }\n": types.ViewerDocument,
    "\n  mutation SignOut { signOut { ok } }\n": types.SignOutDocument,
    "\n  query AskedConsent($token: String!) {\n    consentRequest(token: $token) { organizationName privacyUrl statement consent answeredAt }\n  }\n": types.AskedConsentDocument,
    "\n  mutation AnswerConsent($input: AnswerConsentRequestInput!) {\n    answerConsentRequest(input: $input) {\n      organizationName consent\n      errors { code message }\n    }\n  }\n": types.AnswerConsentDocument,
    "\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) {\n      contact { ...ContactRow }\n      errors { code message path }\n    }\n  }\n": types.AddContactDocument,
    "\n  mutation PutContactsOnList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n": types.PutContactsOnListDocument,
    "\n  query OrdersThatGain($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 20) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n": types.OrdersThatGainDocument,
    "\n  query ContactList($id: ID!) {\n    contactList(id: $id) { ...ListRow }\n    orders(contactListId: $id, first: 20) {\n      totalCount\n      edges { node { id number name status isActive } }\n    }\n  }\n": types.ContactListDocument,
    "\n  query ListMembers($listId: ID!, $first: Int!, $offset: Int!, $search: String, $sort: ContactSort) {\n    contactList(id: $listId) {\n      id\n      contactCount\n      contacts(first: $first, offset: $offset, search: $search, sort: $sort) {\n        totalCount\n        edges { node { ...ContactRow } }\n      }\n    }\n  }\n": types.ListMembersDocument,
    "\n  mutation ArchiveContactList($input: ArchiveContactListInput!) {\n    archiveContactList(input: $input) {\n      contactList { id isArchived }\n      errors { code message path }\n    }\n  }\n": types.ArchiveContactListDocument,
    "\n  fragment ListRow on ContactList { id name isArchived contactCount createdAt }\n": types.ListRowFragmentDoc,
    "\n  query ContactLists($after: String, $search: String, $archived: Boolean) {\n    contactLists(first: 100, after: $after, search: $search, archived: $archived) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...ListRow } }\n    }\n  }\n": types.ContactListsDocument,
    "\n  fragment ContactDetails on Contact {\n    ...ContactRow\n    website addressLine1 addressLine2 city region postalCode country industry notes\n    deactivatedAt updatedAt\n    lists { id name contactCount isArchived }\n    consentHistory { at status source statement ipAddress actor { id name } }\n  }\n": types.ContactDetailsFragmentDoc,
    "\n  query Contact($id: ID!) {\n    contact(id: $id) { ...ContactDetails }\n    consentAsking(contactId: $id) { askedAt remindedAt resentAt returnedAt expiresAt expired answeredAt timesLeft }\n    orders(contactId: $id, first: 20) {\n      totalCount\n      edges { node { id number name status } }\n    }\n  }\n": types.ContactDocument,
    "\n  query Contacts($first: Int!, $offset: Int!, $search: String, $consent: [ConsentStatus!], $deactivated: Boolean, $sort: ContactSort) {\n    contacts(first: $first, offset: $offset, search: $search, consent: $consent, deactivated: $deactivated, sort: $sort) {\n      totalCount\n      edges { node { ...ContactRow } }\n    }\n  }\n": types.ContactsDocument,
    "\n  mutation CreateList($input: CreateContactListInput!) {\n    createContactList(input: $input) {\n      contactList { ...ListRow }\n      errors { code message path }\n    }\n  }\n": types.CreateListDocument,
    "\n  mutation DeactivateContacts($input: DeactivateContactsInput!) {\n    deactivateContacts(input: $input) {\n      deactivatedIds\n      errors { code message path }\n    }\n  }\n": types.DeactivateContactsDocument,
    "\n  mutation DeleteContactList($input: DeleteContactListInput!) {\n    deleteContactList(input: $input) {\n      deletedId\n      errors { code message path }\n    }\n  }\n": types.DeleteContactListDocument,
    "\n  mutation UpdateContact($input: UpdateContactInput!) {\n    updateContact(input: $input) {\n      contact { ...ContactDetails }\n      errors { code message path }\n    }\n  }\n": types.UpdateContactDocument,
    "\n  mutation EraseContacts($input: EraseContactsInput!) {\n    eraseContacts(input: $input) {\n      erasedIds\n      errors { code message path }\n    }\n  }\n": types.EraseContactsDocument,
    "\n  mutation RenameContactList($input: RenameContactListInput!) {\n    renameContactList(input: $input) {\n      contactList { id name }\n      errors { code message path }\n    }\n  }\n": types.RenameContactListDocument,
    "\n  query ListChoices($search: String) {\n    contactLists(first: 50, search: $search) {\n      totalCount\n      edges { node { id name contactCount } }\n    }\n  }\n": types.ListChoicesDocument,
    "\n  mutation RecordConsent($input: RecordConsentInput!) {\n    recordConsent(input: $input) {\n      contacts { id consent updatedAt }\n      errors { code message path }\n    }\n  }\n": types.RecordConsentDocument,
    "\n  query LinkedOrders($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 20) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n": types.LinkedOrdersDocument,
    "\n  mutation RemoveContactsFromList($input: ListContactsInput!) {\n    removeContactsFromList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n": types.RemoveContactsFromListDocument,
    "\n  mutation PutBackOnList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n": types.PutBackOnListDocument,
    "\n  query Suppressions($after: String, $search: String) {\n    suppressions(first: 50, after: $after, search: $search) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id address reason at actor { id name } } }\n    }\n  }\n": types.SuppressionsDocument,
    "\n  mutation LiftSuppressions($input: LiftSuppressionsInput!) {\n    liftSuppressions(input: $input) { ok errors { code message path } }\n  }\n": types.LiftSuppressionsDocument,
    "\n  mutation SuppressAddresses($input: SuppressAddressesInput!) {\n    suppressAddresses(input: $input) { suppressed errors { code message path } }\n  }\n": types.SuppressAddressesDocument,
    "\n  fragment ContactRow on Contact {\n    id firstName lastName email phone mobile company jobTitle consent createdAt\n  }\n": types.ContactRowFragmentDoc,
    "\n  mutation RestoreContacts($input: RestoreContactsInput!) {\n    restoreContacts(input: $input) {\n      contacts { id consent deactivatedAt updatedAt }\n      errors { code message path }\n    }\n  }\n": types.RestoreContactsDocument,
    "\n  mutation ResendConsentRequests($input: ResendConsentRequestsInput!) {\n    resendConsentRequests(input: $input) {\n      sent\n      errors { code message path }\n    }\n  }\n": types.ResendConsentRequestsDocument,
    "\n  mutation CheckImport($input: StartImportInput!) {\n    checkImport(input: $input) {\n      check {\n        totalRows wouldAdd wouldJoin wouldUpdate wouldFail wouldAsk cannotAsk\n        failuresByReason { reason count }\n        failedRows { rowNumber reason message field values }\n        causes { ...CauseGroup }\n        orders { id number name }\n      }\n      errors { code message path }\n    }\n  }\n": types.CheckImportDocument,
    "\n  mutation StartImport($input: StartImportInput!) {\n    startImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n": types.StartImportDocument,
    "\n  query ConsentLetter { consentLetter { subject text html } }\n": types.ConsentLetterDocument,
    "\n  query FailedRows($id: ID!, $first: Int!, $offset: Int!, $reason: FailureReason) {\n    contactImport(id: $id) {\n      id\n      failedRows(first: $first, offset: $offset, reason: $reason) {\n        totalCount\n        edges { node { rowNumber reason message field values } }\n      }\n    }\n  }\n": types.FailedRowsDocument,
    "\n  query FailureCounts($id: ID!) {\n    contactImport(id: $id) {\n      id\n      failedCauses { ...CauseGroup }\n      INVALID_EMAIL: failedRows(first: 1, reason: INVALID_EMAIL) { totalCount }\n      INVALID_PHONE: failedRows(first: 1, reason: INVALID_PHONE) { totalCount }\n      INVALID_VALUE: failedRows(first: 1, reason: INVALID_VALUE) { totalCount }\n      NO_IDENTITY: failedRows(first: 1, reason: NO_IDENTITY) { totalCount }\n      DUPLICATE_IN_FILE: failedRows(first: 1, reason: DUPLICATE_IN_FILE) { totalCount }\n      ALREADY_EXISTS: failedRows(first: 1, reason: ALREADY_EXISTS) { totalCount }\n      SUPPRESSED: failedRows(first: 1, reason: SUPPRESSED) { totalCount }\n      TOO_LONG: failedRows(first: 1, reason: TOO_LONG) { totalCount }\n      MALFORMED_ROW: failedRows(first: 1, reason: MALFORMED_ROW) { totalCount }\n    }\n  }\n": types.FailureCountsDocument,
    "\n  mutation RetryFailedRows($input: RetryFailedRowsInput!) {\n    retryFailedRows(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n": types.RetryFailedRowsDocument,
    "\n  subscription FollowImport($importId: ID!) {\n    importProgress(importId: $importId) { ...ImportProgress fileName }\n  }\n": types.FollowImportDocument,
    "\n  mutation UndoImport($input: ImportIdInput!) {\n    undoImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n": types.UndoImportDocument,
    "\n  mutation ResumeImport($input: ImportIdInput!) {\n    resumeImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n": types.ResumeImportDocument,
    "\n  query ReturnTo($id: ID!) { order(id: $id) { id number name } }\n": types.ReturnToDocument,
    "\n  subscription ImportProgress($importId: ID!) { importProgress(importId: $importId) { ...ImportProgress } }\n": types.ImportProgressDocument,
    "\n  fragment ImportRow on ContactImport {\n    id fileName format status task createdAt startedAt totalRows processedRows addedRows joinedRows updatedRows failedRowCount\n    createdBy { id name }\n    contactList { id name }\n  }\n": types.ImportRowFragmentDoc,
    "\n  query ContactImports($after: String, $status: [ImportStatus!]) {\n    contactImports(first: 50, after: $after, status: $status) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...ImportRow } }\n    }\n  }\n": types.ContactImportsDocument,
    "\n  mutation ConfigureImport($input: ConfigureImportInput!) {\n    configureImport(input: $input) {\n      contactImport { ...ImportReading }\n      errors { code message path }\n    }\n  }\n": types.ConfigureImportDocument,
    "\n  mutation CancelImport($input: ImportIdInput!) {\n    cancelImport(input: $input) {\n      contactImport { ...ImportProgress }\n      errors { code message path }\n    }\n  }\n": types.CancelImportDocument,
    "\n  mutation StopImport($input: ImportIdInput!) {\n    cancelImport(input: $input) {\n      contactImport { ...ImportProgress }\n      errors { code message path }\n    }\n  }\n": types.StopImportDocument,
    "\n  query OrdersOfList($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 6) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n": types.OrdersOfListDocument,
    "\n  fragment RunningImport on ContactImport {\n    id fileName createdAt status task totalRows processedRows\n    createdBy { id name }\n  }\n": types.RunningImportFragmentDoc,
    "\n  query RunningImports($contactListId: ID!) {\n    contactImports(first: 3, contactListId: $contactListId, status: [MAPPING, QUEUED, RUNNING]) {\n      totalCount\n      edges { node { ...RunningImport } }\n    }\n  }\n": types.RunningImportsDocument,
    "\n  subscription WatchImport($importId: ID!) {\n    importProgress(importId: $importId) { ...ImportProgress }\n  }\n": types.WatchImportDocument,
    "\n  mutation UploadContacts($input: UploadContactsInput!) {\n    uploadContacts(input: $input) {\n      contactImport { id }\n      errors { code message path }\n    }\n  }\n": types.UploadContactsDocument,
    "\n  query UploadToOrder($id: ID!) {\n    order(id: $id) { id name number isActive contactList { id name isArchived } }\n  }\n": types.UploadToOrderDocument,
    "\n  query UploadToList($id: ID!) {\n    contactList(id: $id) { id name isArchived }\n  }\n": types.UploadToListDocument,
    "\n  fragment ImportProgress on ContactImport {\n    id status task error totalRows processedRows addedRows joinedRows updatedRows askedRows\n    failedRowCount failedRowsCsvUrl failedRowsXlsxUrl startedAt finishedAt canUndo\n  }\n": types.ImportProgressFragmentDoc,
    "\n  fragment CauseGroup on ImportCause {\n    cause found becomes count solved countries\n    examples { rowNumber column before after }\n  }\n": types.CauseGroupFragmentDoc,
    "\n  fragment ImportReading on ContactImport {\n    id sheets sheet encoding delimiter hasHeaderRow consent status totalRows\n    columns { index header samples suggestedField mappedField }\n    preview\n  }\n": types.ImportReadingFragmentDoc,
    "\n  fragment ImportDetails on ContactImport {\n    ...ImportProgress\n    ...ImportReading\n    fileName format fileSize existing invalidValues createdAt\n    createdBy { id name }\n    contactList { id name contactCount isArchived }\n    duplicateOf { id fileName createdAt status addedRows }\n  }\n": types.ImportDetailsFragmentDoc,
    "\n  query ContactImport($id: ID!) {\n    contactImport(id: $id) { ...ImportDetails }\n    contactFields { name label maxLength identifies }\n  }\n": types.ContactImportDocument,
    "\n  query Letters($after: String, $search: String) {\n    letters(first: 50, after: $after, search: $search) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id to subject sentAt } }\n    }\n  }\n": types.LettersDocument,
    "\n  query Letter($id: ID!) { node(id: $id) { id ... on Letter { to subject text html sentAt } } }\n": types.LetterDocument,
    "\n  query Activity($id: ID!, $after: String) {\n    order(id: $id) {\n      id\n      activity(first: 40, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        edges { node { id at kind summary actor { id name } } }\n      }\n    }\n  }\n": types.ActivityDocument,
    "\n  mutation AddParticipant($input: AddParticipantInput!) {\n    addParticipant(input: $input) {\n      participant { ...ParticipantRow }\n      existingContact { id firstName lastName email phone mobile }\n      errors { code message path }\n    }\n  }\n": types.AddParticipantDocument,
    "\n  mutation AddContactsToList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n": types.AddContactsToListDocument,
    "\n  query Additions($id: ID!) { order(id: $id) { id additions(days: 30) { date count } } }\n": types.AdditionsDocument,
    "\n  mutation EditOrder($input: UpdateOrderInput!) {\n    updateOrder(input: $input) {\n      order { id name service updatedAt }\n      errors { code message path }\n    }\n  }\n": types.EditOrderDocument,
    "\n  mutation UpdateOrder($input: UpdateOrderInput!) {\n    updateOrder(input: $input) {\n      order { id estimatedCompletion updatedAt }\n      errors { code message path }\n    }\n  }\n": types.UpdateOrderDocument,
    "\n  mutation SetNotificationRecipients($input: SetNotificationRecipientsInput!) {\n    setNotificationRecipients(input: $input) {\n      order { id notificationRecipients updatedAt }\n      errors { code message path }\n    }\n  }\n": types.SetNotificationRecipientsDocument,
    "\n  fragment OrderRow on Order {\n    id number name service status isActive updatedAt estimatedCompletion\n    partner { id name }\n    provider { id name }\n    participantSummary { total confirmed pending declined }\n  }\n": types.OrderRowFragmentDoc,
    "\n  query Orders($first: Int, $offset: Int, $search: String, $active: Boolean, $status: [OrderStatus!], $partnerId: ID, $sort: OrderSort) {\n    orders(first: $first, offset: $offset, search: $search, active: $active, status: $status, partnerId: $partnerId, sort: $sort) {\n      totalCount\n      edges { node { ...OrderRow } }\n    }\n  }\n": types.OrdersDocument,
    "\n  subscription OrderChanges { orderChanges { ...OrderRow } }\n": types.OrderChangesDocument,
    "\n  fragment ParticipantRow on Participant {\n    id addedAt\n    contact { id firstName lastName email phone mobile company jobTitle consent }\n  }\n": types.ParticipantRowFragmentDoc,
    "\n  query ParticipantsPage(\n    $orderId: ID!, $first: Int!, $offset: Int!, $search: String, $consent: [ConsentStatus!], $sort: ParticipantSort\n  ) {\n    order(id: $orderId) {\n      id\n      participants(first: $first, offset: $offset, search: $search, consent: $consent, sort: $sort) {\n        totalCount\n        edges { node { ...ParticipantRow } }\n      }\n    }\n  }\n": types.ParticipantsPageDocument,
    "\n  query Partners { partners { id name } }\n": types.PartnersDocument,
    "\n  query Providers { providers { id name } }\n": types.ProvidersDocument,
    "\n  mutation CreateOrder($input: CreateOrderInput!) {\n    createOrder(input: $input) {\n      order { ...OrderRow }\n      errors { code message path }\n    }\n  }\n": types.CreateOrderDocument,
    "\n  query LinkPreview($orderId: ID!, $contactListId: ID!) {\n    linkPreview(orderId: $orderId, contactListId: $contactListId) { leaving arriving staying }\n  }\n": types.LinkPreviewDocument,
    "\n  mutation CreateContactList($input: CreateContactListInput!) {\n    createContactList(input: $input) {\n      contactList { id name contactCount isArchived createdAt }\n      errors { code message path }\n    }\n  }\n": types.CreateContactListDocument,
    "\n  query LatestStatus($id: ID!) {\n    order(id: $id) { id activity(first: 50) { edges { node { id kind at note actor { id name } } } } }\n  }\n": types.LatestStatusDocument,
    "\n  fragment OrderDetails on Order {\n    ...OrderRow\n    createdAt\n    placedBy { id name }\n    contactList { id name contactCount isArchived }\n    notificationRecipients\n  }\n": types.OrderDetailsFragmentDoc,
    "\n  query Order($id: ID!) { order(id: $id) { ...OrderDetails } }\n": types.OrderDocument,
    "\n  mutation ChangeOrderStatus($input: ChangeOrderStatusInput!) {\n    changeOrderStatus(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n": types.ChangeOrderStatusDocument,
    "\n  mutation LinkContactList($input: LinkContactListInput!) {\n    linkContactList(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n": types.LinkContactListDocument,
    "\n  mutation UnlinkContactList($input: UnlinkContactListInput!) {\n    unlinkContactList(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n": types.UnlinkContactListDocument,
    "\n  subscription ParticipantChanges($orderId: ID!) {\n    participantChanges(orderId: $orderId) {\n      cursor\n      reset\n      order { id updatedAt participantSummary { total confirmed pending declined } contactList { id name contactCount isArchived } }\n      added { id }\n      addedCount\n      updated { ...ParticipantRow }\n      updatedCount\n      removedIds\n      removedCount\n      participantCount\n    }\n  }\n": types.ParticipantChangesDocument,
    "\n  query PaletteSearch($search: String!, $isPartner: Boolean!) {\n    orders(first: 6, search: $search) { edges { node { ...PaletteOrder } } }\n    contactLists(first: 5, search: $search) @include(if: $isPartner) { edges { node { ...PaletteList } } }\n    contacts(first: 6, search: $search) @include(if: $isPartner) { edges { node { ...PaletteContact } } }\n  }\n": types.PaletteSearchDocument,
    "\n  query PaletteRecent($ids: [ID!]!) {\n    nodes(ids: $ids) { id ...PaletteOrder ...PaletteList ...PaletteContact }\n  }\n": types.PaletteRecentDocument,
    "\n  fragment PaletteOrder on Order { id number name status }\n": types.PaletteOrderFragmentDoc,
    "\n  fragment PaletteList on ContactList { id name contactCount }\n": types.PaletteListFragmentDoc,
    "\n  fragment PaletteContact on Contact { id firstName lastName email phone mobile company }\n": types.PaletteContactFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      viewer { user { id } }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      viewer { user { id } }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      ok\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      ok\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ok\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ok\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrganizationSettings { viewer { organization { id name kind country replyTo privacyUrl } } }\n"): (typeof documents)["\n  query OrganizationSettings { viewer { organization { id name kind country replyTo privacyUrl } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) {\n      organization { id name country replyTo privacyUrl }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) {\n      organization { id name country replyTo privacyUrl }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) { user { id name email } errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) { user { id name email } errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) { ok errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) { ok errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NotificationSettings { notificationSettings { kind enabled } }\n"): (typeof documents)["\n  query NotificationSettings { notificationSettings { kind enabled } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetNotificationSettings($input: SetNotificationSettingsInput!) {\n    setNotificationSettings(input: $input) { ok errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation SetNotificationSettings($input: SetNotificationSettingsInput!) {\n    setNotificationSettings(input: $input) { ok errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions { sessions { id current userAgent ipAddress createdAt lastSeenAt } }\n"): (typeof documents)["\n  query Sessions { sessions { id current userAgent ipAddress createdAt lastSeenAt } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) { ok errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) { ok errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AnyLetters { letters(first: 1) { totalCount } }\n"): (typeof documents)["\n  query AnyLetters { letters(first: 1) { totalCount } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { user { id } }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { user { id } }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiTokens { apiTokens { id name createdAt lastUsedAt createdBy { id name } } }\n"): (typeof documents)["\n  query ApiTokens { apiTokens { id name createdAt lastUsedAt createdBy { id name } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) { id secret errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) { id secret errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) { ok errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) { ok errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Users($withInvitations: Boolean!) {\n    users { id name email role }\n    invitations @include(if: $withInvitations) { id email role createdAt expiresAt invitedBy { id name } }\n  }\n"): (typeof documents)["\n  query Users($withInvitations: Boolean!) {\n    users { id name email role }\n    invitations @include(if: $withInvitations) { id email role createdAt expiresAt invitedBy { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { invitation { id email role } errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { invitation { id email role } errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) { ok errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) { ok errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeUserRole($input: ChangeUserRoleInput!) {\n    changeUserRole(input: $input) { user { id role } errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation ChangeUserRole($input: ChangeUserRoleInput!) {\n    changeUserRole(input: $input) { user { id role } errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveUser($input: RemoveUserInput!) {\n    removeUser(input: $input) { ok errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation RemoveUser($input: RemoveUserInput!) {\n    removeUser(input: $input) { ok errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Viewer on Viewer {\n    user { id name email role }\n    organization { id name kind country }\n    permissions\n  }\n"): (typeof documents)["\n  fragment Viewer on Viewer {\n    user { id name email role }\n    organization { id name kind country }\n    permissions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer { viewer { ...Viewer } }\n"): (typeof documents)["\n  query Viewer { viewer { ...Viewer } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut { signOut { ok } }\n"): (typeof documents)["\n  mutation SignOut { signOut { ok } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AskedConsent($token: String!) {\n    consentRequest(token: $token) { organizationName privacyUrl statement consent answeredAt }\n  }\n"): (typeof documents)["\n  query AskedConsent($token: String!) {\n    consentRequest(token: $token) { organizationName privacyUrl statement consent answeredAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerConsent($input: AnswerConsentRequestInput!) {\n    answerConsentRequest(input: $input) {\n      organizationName consent\n      errors { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation AnswerConsent($input: AnswerConsentRequestInput!) {\n    answerConsentRequest(input: $input) {\n      organizationName consent\n      errors { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) {\n      contact { ...ContactRow }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) {\n      contact { ...ContactRow }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PutContactsOnList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation PutContactsOnList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrdersThatGain($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 20) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n"): (typeof documents)["\n  query OrdersThatGain($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 20) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactList($id: ID!) {\n    contactList(id: $id) { ...ListRow }\n    orders(contactListId: $id, first: 20) {\n      totalCount\n      edges { node { id number name status isActive } }\n    }\n  }\n"): (typeof documents)["\n  query ContactList($id: ID!) {\n    contactList(id: $id) { ...ListRow }\n    orders(contactListId: $id, first: 20) {\n      totalCount\n      edges { node { id number name status isActive } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListMembers($listId: ID!, $first: Int!, $offset: Int!, $search: String, $sort: ContactSort) {\n    contactList(id: $listId) {\n      id\n      contactCount\n      contacts(first: $first, offset: $offset, search: $search, sort: $sort) {\n        totalCount\n        edges { node { ...ContactRow } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ListMembers($listId: ID!, $first: Int!, $offset: Int!, $search: String, $sort: ContactSort) {\n    contactList(id: $listId) {\n      id\n      contactCount\n      contacts(first: $first, offset: $offset, search: $search, sort: $sort) {\n        totalCount\n        edges { node { ...ContactRow } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveContactList($input: ArchiveContactListInput!) {\n    archiveContactList(input: $input) {\n      contactList { id isArchived }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation ArchiveContactList($input: ArchiveContactListInput!) {\n    archiveContactList(input: $input) {\n      contactList { id isArchived }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ListRow on ContactList { id name isArchived contactCount createdAt }\n"): (typeof documents)["\n  fragment ListRow on ContactList { id name isArchived contactCount createdAt }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactLists($after: String, $search: String, $archived: Boolean) {\n    contactLists(first: 100, after: $after, search: $search, archived: $archived) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...ListRow } }\n    }\n  }\n"): (typeof documents)["\n  query ContactLists($after: String, $search: String, $archived: Boolean) {\n    contactLists(first: 100, after: $after, search: $search, archived: $archived) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...ListRow } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ContactDetails on Contact {\n    ...ContactRow\n    website addressLine1 addressLine2 city region postalCode country industry notes\n    deactivatedAt updatedAt\n    lists { id name contactCount isArchived }\n    consentHistory { at status source statement ipAddress actor { id name } }\n  }\n"): (typeof documents)["\n  fragment ContactDetails on Contact {\n    ...ContactRow\n    website addressLine1 addressLine2 city region postalCode country industry notes\n    deactivatedAt updatedAt\n    lists { id name contactCount isArchived }\n    consentHistory { at status source statement ipAddress actor { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Contact($id: ID!) {\n    contact(id: $id) { ...ContactDetails }\n    consentAsking(contactId: $id) { askedAt remindedAt resentAt returnedAt expiresAt expired answeredAt timesLeft }\n    orders(contactId: $id, first: 20) {\n      totalCount\n      edges { node { id number name status } }\n    }\n  }\n"): (typeof documents)["\n  query Contact($id: ID!) {\n    contact(id: $id) { ...ContactDetails }\n    consentAsking(contactId: $id) { askedAt remindedAt resentAt returnedAt expiresAt expired answeredAt timesLeft }\n    orders(contactId: $id, first: 20) {\n      totalCount\n      edges { node { id number name status } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Contacts($first: Int!, $offset: Int!, $search: String, $consent: [ConsentStatus!], $deactivated: Boolean, $sort: ContactSort) {\n    contacts(first: $first, offset: $offset, search: $search, consent: $consent, deactivated: $deactivated, sort: $sort) {\n      totalCount\n      edges { node { ...ContactRow } }\n    }\n  }\n"): (typeof documents)["\n  query Contacts($first: Int!, $offset: Int!, $search: String, $consent: [ConsentStatus!], $deactivated: Boolean, $sort: ContactSort) {\n    contacts(first: $first, offset: $offset, search: $search, consent: $consent, deactivated: $deactivated, sort: $sort) {\n      totalCount\n      edges { node { ...ContactRow } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateList($input: CreateContactListInput!) {\n    createContactList(input: $input) {\n      contactList { ...ListRow }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateList($input: CreateContactListInput!) {\n    createContactList(input: $input) {\n      contactList { ...ListRow }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeactivateContacts($input: DeactivateContactsInput!) {\n    deactivateContacts(input: $input) {\n      deactivatedIds\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation DeactivateContacts($input: DeactivateContactsInput!) {\n    deactivateContacts(input: $input) {\n      deactivatedIds\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteContactList($input: DeleteContactListInput!) {\n    deleteContactList(input: $input) {\n      deletedId\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteContactList($input: DeleteContactListInput!) {\n    deleteContactList(input: $input) {\n      deletedId\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateContact($input: UpdateContactInput!) {\n    updateContact(input: $input) {\n      contact { ...ContactDetails }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateContact($input: UpdateContactInput!) {\n    updateContact(input: $input) {\n      contact { ...ContactDetails }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EraseContacts($input: EraseContactsInput!) {\n    eraseContacts(input: $input) {\n      erasedIds\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation EraseContacts($input: EraseContactsInput!) {\n    eraseContacts(input: $input) {\n      erasedIds\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameContactList($input: RenameContactListInput!) {\n    renameContactList(input: $input) {\n      contactList { id name }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameContactList($input: RenameContactListInput!) {\n    renameContactList(input: $input) {\n      contactList { id name }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListChoices($search: String) {\n    contactLists(first: 50, search: $search) {\n      totalCount\n      edges { node { id name contactCount } }\n    }\n  }\n"): (typeof documents)["\n  query ListChoices($search: String) {\n    contactLists(first: 50, search: $search) {\n      totalCount\n      edges { node { id name contactCount } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordConsent($input: RecordConsentInput!) {\n    recordConsent(input: $input) {\n      contacts { id consent updatedAt }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation RecordConsent($input: RecordConsentInput!) {\n    recordConsent(input: $input) {\n      contacts { id consent updatedAt }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LinkedOrders($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 20) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n"): (typeof documents)["\n  query LinkedOrders($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 20) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveContactsFromList($input: ListContactsInput!) {\n    removeContactsFromList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveContactsFromList($input: ListContactsInput!) {\n    removeContactsFromList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PutBackOnList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation PutBackOnList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Suppressions($after: String, $search: String) {\n    suppressions(first: 50, after: $after, search: $search) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id address reason at actor { id name } } }\n    }\n  }\n"): (typeof documents)["\n  query Suppressions($after: String, $search: String) {\n    suppressions(first: 50, after: $after, search: $search) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id address reason at actor { id name } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiftSuppressions($input: LiftSuppressionsInput!) {\n    liftSuppressions(input: $input) { ok errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation LiftSuppressions($input: LiftSuppressionsInput!) {\n    liftSuppressions(input: $input) { ok errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SuppressAddresses($input: SuppressAddressesInput!) {\n    suppressAddresses(input: $input) { suppressed errors { code message path } }\n  }\n"): (typeof documents)["\n  mutation SuppressAddresses($input: SuppressAddressesInput!) {\n    suppressAddresses(input: $input) { suppressed errors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ContactRow on Contact {\n    id firstName lastName email phone mobile company jobTitle consent createdAt\n  }\n"): (typeof documents)["\n  fragment ContactRow on Contact {\n    id firstName lastName email phone mobile company jobTitle consent createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreContacts($input: RestoreContactsInput!) {\n    restoreContacts(input: $input) {\n      contacts { id consent deactivatedAt updatedAt }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreContacts($input: RestoreContactsInput!) {\n    restoreContacts(input: $input) {\n      contacts { id consent deactivatedAt updatedAt }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendConsentRequests($input: ResendConsentRequestsInput!) {\n    resendConsentRequests(input: $input) {\n      sent\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation ResendConsentRequests($input: ResendConsentRequestsInput!) {\n    resendConsentRequests(input: $input) {\n      sent\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CheckImport($input: StartImportInput!) {\n    checkImport(input: $input) {\n      check {\n        totalRows wouldAdd wouldJoin wouldUpdate wouldFail wouldAsk cannotAsk\n        failuresByReason { reason count }\n        failedRows { rowNumber reason message field values }\n        causes { ...CauseGroup }\n        orders { id number name }\n      }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation CheckImport($input: StartImportInput!) {\n    checkImport(input: $input) {\n      check {\n        totalRows wouldAdd wouldJoin wouldUpdate wouldFail wouldAsk cannotAsk\n        failuresByReason { reason count }\n        failedRows { rowNumber reason message field values }\n        causes { ...CauseGroup }\n        orders { id number name }\n      }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartImport($input: StartImportInput!) {\n    startImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation StartImport($input: StartImportInput!) {\n    startImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsentLetter { consentLetter { subject text html } }\n"): (typeof documents)["\n  query ConsentLetter { consentLetter { subject text html } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FailedRows($id: ID!, $first: Int!, $offset: Int!, $reason: FailureReason) {\n    contactImport(id: $id) {\n      id\n      failedRows(first: $first, offset: $offset, reason: $reason) {\n        totalCount\n        edges { node { rowNumber reason message field values } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FailedRows($id: ID!, $first: Int!, $offset: Int!, $reason: FailureReason) {\n    contactImport(id: $id) {\n      id\n      failedRows(first: $first, offset: $offset, reason: $reason) {\n        totalCount\n        edges { node { rowNumber reason message field values } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FailureCounts($id: ID!) {\n    contactImport(id: $id) {\n      id\n      failedCauses { ...CauseGroup }\n      INVALID_EMAIL: failedRows(first: 1, reason: INVALID_EMAIL) { totalCount }\n      INVALID_PHONE: failedRows(first: 1, reason: INVALID_PHONE) { totalCount }\n      INVALID_VALUE: failedRows(first: 1, reason: INVALID_VALUE) { totalCount }\n      NO_IDENTITY: failedRows(first: 1, reason: NO_IDENTITY) { totalCount }\n      DUPLICATE_IN_FILE: failedRows(first: 1, reason: DUPLICATE_IN_FILE) { totalCount }\n      ALREADY_EXISTS: failedRows(first: 1, reason: ALREADY_EXISTS) { totalCount }\n      SUPPRESSED: failedRows(first: 1, reason: SUPPRESSED) { totalCount }\n      TOO_LONG: failedRows(first: 1, reason: TOO_LONG) { totalCount }\n      MALFORMED_ROW: failedRows(first: 1, reason: MALFORMED_ROW) { totalCount }\n    }\n  }\n"): (typeof documents)["\n  query FailureCounts($id: ID!) {\n    contactImport(id: $id) {\n      id\n      failedCauses { ...CauseGroup }\n      INVALID_EMAIL: failedRows(first: 1, reason: INVALID_EMAIL) { totalCount }\n      INVALID_PHONE: failedRows(first: 1, reason: INVALID_PHONE) { totalCount }\n      INVALID_VALUE: failedRows(first: 1, reason: INVALID_VALUE) { totalCount }\n      NO_IDENTITY: failedRows(first: 1, reason: NO_IDENTITY) { totalCount }\n      DUPLICATE_IN_FILE: failedRows(first: 1, reason: DUPLICATE_IN_FILE) { totalCount }\n      ALREADY_EXISTS: failedRows(first: 1, reason: ALREADY_EXISTS) { totalCount }\n      SUPPRESSED: failedRows(first: 1, reason: SUPPRESSED) { totalCount }\n      TOO_LONG: failedRows(first: 1, reason: TOO_LONG) { totalCount }\n      MALFORMED_ROW: failedRows(first: 1, reason: MALFORMED_ROW) { totalCount }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryFailedRows($input: RetryFailedRowsInput!) {\n    retryFailedRows(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryFailedRows($input: RetryFailedRowsInput!) {\n    retryFailedRows(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowImport($importId: ID!) {\n    importProgress(importId: $importId) { ...ImportProgress fileName }\n  }\n"): (typeof documents)["\n  subscription FollowImport($importId: ID!) {\n    importProgress(importId: $importId) { ...ImportProgress fileName }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoImport($input: ImportIdInput!) {\n    undoImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation UndoImport($input: ImportIdInput!) {\n    undoImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeImport($input: ImportIdInput!) {\n    resumeImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeImport($input: ImportIdInput!) {\n    resumeImport(input: $input) {\n      contactImport { ...ImportDetails }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReturnTo($id: ID!) { order(id: $id) { id number name } }\n"): (typeof documents)["\n  query ReturnTo($id: ID!) { order(id: $id) { id number name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ImportProgress($importId: ID!) { importProgress(importId: $importId) { ...ImportProgress } }\n"): (typeof documents)["\n  subscription ImportProgress($importId: ID!) { importProgress(importId: $importId) { ...ImportProgress } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ImportRow on ContactImport {\n    id fileName format status task createdAt startedAt totalRows processedRows addedRows joinedRows updatedRows failedRowCount\n    createdBy { id name }\n    contactList { id name }\n  }\n"): (typeof documents)["\n  fragment ImportRow on ContactImport {\n    id fileName format status task createdAt startedAt totalRows processedRows addedRows joinedRows updatedRows failedRowCount\n    createdBy { id name }\n    contactList { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactImports($after: String, $status: [ImportStatus!]) {\n    contactImports(first: 50, after: $after, status: $status) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...ImportRow } }\n    }\n  }\n"): (typeof documents)["\n  query ContactImports($after: String, $status: [ImportStatus!]) {\n    contactImports(first: 50, after: $after, status: $status) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { ...ImportRow } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfigureImport($input: ConfigureImportInput!) {\n    configureImport(input: $input) {\n      contactImport { ...ImportReading }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfigureImport($input: ConfigureImportInput!) {\n    configureImport(input: $input) {\n      contactImport { ...ImportReading }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelImport($input: ImportIdInput!) {\n    cancelImport(input: $input) {\n      contactImport { ...ImportProgress }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelImport($input: ImportIdInput!) {\n    cancelImport(input: $input) {\n      contactImport { ...ImportProgress }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopImport($input: ImportIdInput!) {\n    cancelImport(input: $input) {\n      contactImport { ...ImportProgress }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation StopImport($input: ImportIdInput!) {\n    cancelImport(input: $input) {\n      contactImport { ...ImportProgress }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrdersOfList($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 6) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n"): (typeof documents)["\n  query OrdersOfList($contactListId: ID!) {\n    orders(contactListId: $contactListId, active: true, first: 6) {\n      totalCount\n      edges { node { id number name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunningImport on ContactImport {\n    id fileName createdAt status task totalRows processedRows\n    createdBy { id name }\n  }\n"): (typeof documents)["\n  fragment RunningImport on ContactImport {\n    id fileName createdAt status task totalRows processedRows\n    createdBy { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunningImports($contactListId: ID!) {\n    contactImports(first: 3, contactListId: $contactListId, status: [MAPPING, QUEUED, RUNNING]) {\n      totalCount\n      edges { node { ...RunningImport } }\n    }\n  }\n"): (typeof documents)["\n  query RunningImports($contactListId: ID!) {\n    contactImports(first: 3, contactListId: $contactListId, status: [MAPPING, QUEUED, RUNNING]) {\n      totalCount\n      edges { node { ...RunningImport } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WatchImport($importId: ID!) {\n    importProgress(importId: $importId) { ...ImportProgress }\n  }\n"): (typeof documents)["\n  subscription WatchImport($importId: ID!) {\n    importProgress(importId: $importId) { ...ImportProgress }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UploadContacts($input: UploadContactsInput!) {\n    uploadContacts(input: $input) {\n      contactImport { id }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation UploadContacts($input: UploadContactsInput!) {\n    uploadContacts(input: $input) {\n      contactImport { id }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UploadToOrder($id: ID!) {\n    order(id: $id) { id name number isActive contactList { id name isArchived } }\n  }\n"): (typeof documents)["\n  query UploadToOrder($id: ID!) {\n    order(id: $id) { id name number isActive contactList { id name isArchived } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UploadToList($id: ID!) {\n    contactList(id: $id) { id name isArchived }\n  }\n"): (typeof documents)["\n  query UploadToList($id: ID!) {\n    contactList(id: $id) { id name isArchived }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ImportProgress on ContactImport {\n    id status task error totalRows processedRows addedRows joinedRows updatedRows askedRows\n    failedRowCount failedRowsCsvUrl failedRowsXlsxUrl startedAt finishedAt canUndo\n  }\n"): (typeof documents)["\n  fragment ImportProgress on ContactImport {\n    id status task error totalRows processedRows addedRows joinedRows updatedRows askedRows\n    failedRowCount failedRowsCsvUrl failedRowsXlsxUrl startedAt finishedAt canUndo\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CauseGroup on ImportCause {\n    cause found becomes count solved countries\n    examples { rowNumber column before after }\n  }\n"): (typeof documents)["\n  fragment CauseGroup on ImportCause {\n    cause found becomes count solved countries\n    examples { rowNumber column before after }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ImportReading on ContactImport {\n    id sheets sheet encoding delimiter hasHeaderRow consent status totalRows\n    columns { index header samples suggestedField mappedField }\n    preview\n  }\n"): (typeof documents)["\n  fragment ImportReading on ContactImport {\n    id sheets sheet encoding delimiter hasHeaderRow consent status totalRows\n    columns { index header samples suggestedField mappedField }\n    preview\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ImportDetails on ContactImport {\n    ...ImportProgress\n    ...ImportReading\n    fileName format fileSize existing invalidValues createdAt\n    createdBy { id name }\n    contactList { id name contactCount isArchived }\n    duplicateOf { id fileName createdAt status addedRows }\n  }\n"): (typeof documents)["\n  fragment ImportDetails on ContactImport {\n    ...ImportProgress\n    ...ImportReading\n    fileName format fileSize existing invalidValues createdAt\n    createdBy { id name }\n    contactList { id name contactCount isArchived }\n    duplicateOf { id fileName createdAt status addedRows }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContactImport($id: ID!) {\n    contactImport(id: $id) { ...ImportDetails }\n    contactFields { name label maxLength identifies }\n  }\n"): (typeof documents)["\n  query ContactImport($id: ID!) {\n    contactImport(id: $id) { ...ImportDetails }\n    contactFields { name label maxLength identifies }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Letters($after: String, $search: String) {\n    letters(first: 50, after: $after, search: $search) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id to subject sentAt } }\n    }\n  }\n"): (typeof documents)["\n  query Letters($after: String, $search: String) {\n    letters(first: 50, after: $after, search: $search) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id to subject sentAt } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Letter($id: ID!) { node(id: $id) { id ... on Letter { to subject text html sentAt } } }\n"): (typeof documents)["\n  query Letter($id: ID!) { node(id: $id) { id ... on Letter { to subject text html sentAt } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Activity($id: ID!, $after: String) {\n    order(id: $id) {\n      id\n      activity(first: 40, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        edges { node { id at kind summary actor { id name } } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Activity($id: ID!, $after: String) {\n    order(id: $id) {\n      id\n      activity(first: 40, after: $after) {\n        totalCount\n        pageInfo { hasNextPage endCursor }\n        edges { node { id at kind summary actor { id name } } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddParticipant($input: AddParticipantInput!) {\n    addParticipant(input: $input) {\n      participant { ...ParticipantRow }\n      existingContact { id firstName lastName email phone mobile }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation AddParticipant($input: AddParticipantInput!) {\n    addParticipant(input: $input) {\n      participant { ...ParticipantRow }\n      existingContact { id firstName lastName email phone mobile }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddContactsToList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation AddContactsToList($input: ListContactsInput!) {\n    addContactsToList(input: $input) {\n      contactList { id contactCount }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Additions($id: ID!) { order(id: $id) { id additions(days: 30) { date count } } }\n"): (typeof documents)["\n  query Additions($id: ID!) { order(id: $id) { id additions(days: 30) { date count } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditOrder($input: UpdateOrderInput!) {\n    updateOrder(input: $input) {\n      order { id name service updatedAt }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation EditOrder($input: UpdateOrderInput!) {\n    updateOrder(input: $input) {\n      order { id name service updatedAt }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateOrder($input: UpdateOrderInput!) {\n    updateOrder(input: $input) {\n      order { id estimatedCompletion updatedAt }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateOrder($input: UpdateOrderInput!) {\n    updateOrder(input: $input) {\n      order { id estimatedCompletion updatedAt }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetNotificationRecipients($input: SetNotificationRecipientsInput!) {\n    setNotificationRecipients(input: $input) {\n      order { id notificationRecipients updatedAt }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation SetNotificationRecipients($input: SetNotificationRecipientsInput!) {\n    setNotificationRecipients(input: $input) {\n      order { id notificationRecipients updatedAt }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderRow on Order {\n    id number name service status isActive updatedAt estimatedCompletion\n    partner { id name }\n    provider { id name }\n    participantSummary { total confirmed pending declined }\n  }\n"): (typeof documents)["\n  fragment OrderRow on Order {\n    id number name service status isActive updatedAt estimatedCompletion\n    partner { id name }\n    provider { id name }\n    participantSummary { total confirmed pending declined }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Orders($first: Int, $offset: Int, $search: String, $active: Boolean, $status: [OrderStatus!], $partnerId: ID, $sort: OrderSort) {\n    orders(first: $first, offset: $offset, search: $search, active: $active, status: $status, partnerId: $partnerId, sort: $sort) {\n      totalCount\n      edges { node { ...OrderRow } }\n    }\n  }\n"): (typeof documents)["\n  query Orders($first: Int, $offset: Int, $search: String, $active: Boolean, $status: [OrderStatus!], $partnerId: ID, $sort: OrderSort) {\n    orders(first: $first, offset: $offset, search: $search, active: $active, status: $status, partnerId: $partnerId, sort: $sort) {\n      totalCount\n      edges { node { ...OrderRow } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OrderChanges { orderChanges { ...OrderRow } }\n"): (typeof documents)["\n  subscription OrderChanges { orderChanges { ...OrderRow } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ParticipantRow on Participant {\n    id addedAt\n    contact { id firstName lastName email phone mobile company jobTitle consent }\n  }\n"): (typeof documents)["\n  fragment ParticipantRow on Participant {\n    id addedAt\n    contact { id firstName lastName email phone mobile company jobTitle consent }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ParticipantsPage(\n    $orderId: ID!, $first: Int!, $offset: Int!, $search: String, $consent: [ConsentStatus!], $sort: ParticipantSort\n  ) {\n    order(id: $orderId) {\n      id\n      participants(first: $first, offset: $offset, search: $search, consent: $consent, sort: $sort) {\n        totalCount\n        edges { node { ...ParticipantRow } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ParticipantsPage(\n    $orderId: ID!, $first: Int!, $offset: Int!, $search: String, $consent: [ConsentStatus!], $sort: ParticipantSort\n  ) {\n    order(id: $orderId) {\n      id\n      participants(first: $first, offset: $offset, search: $search, consent: $consent, sort: $sort) {\n        totalCount\n        edges { node { ...ParticipantRow } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Partners { partners { id name } }\n"): (typeof documents)["\n  query Partners { partners { id name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Providers { providers { id name } }\n"): (typeof documents)["\n  query Providers { providers { id name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateOrder($input: CreateOrderInput!) {\n    createOrder(input: $input) {\n      order { ...OrderRow }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateOrder($input: CreateOrderInput!) {\n    createOrder(input: $input) {\n      order { ...OrderRow }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LinkPreview($orderId: ID!, $contactListId: ID!) {\n    linkPreview(orderId: $orderId, contactListId: $contactListId) { leaving arriving staying }\n  }\n"): (typeof documents)["\n  query LinkPreview($orderId: ID!, $contactListId: ID!) {\n    linkPreview(orderId: $orderId, contactListId: $contactListId) { leaving arriving staying }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateContactList($input: CreateContactListInput!) {\n    createContactList(input: $input) {\n      contactList { id name contactCount isArchived createdAt }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateContactList($input: CreateContactListInput!) {\n    createContactList(input: $input) {\n      contactList { id name contactCount isArchived createdAt }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LatestStatus($id: ID!) {\n    order(id: $id) { id activity(first: 50) { edges { node { id kind at note actor { id name } } } } }\n  }\n"): (typeof documents)["\n  query LatestStatus($id: ID!) {\n    order(id: $id) { id activity(first: 50) { edges { node { id kind at note actor { id name } } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderDetails on Order {\n    ...OrderRow\n    createdAt\n    placedBy { id name }\n    contactList { id name contactCount isArchived }\n    notificationRecipients\n  }\n"): (typeof documents)["\n  fragment OrderDetails on Order {\n    ...OrderRow\n    createdAt\n    placedBy { id name }\n    contactList { id name contactCount isArchived }\n    notificationRecipients\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Order($id: ID!) { order(id: $id) { ...OrderDetails } }\n"): (typeof documents)["\n  query Order($id: ID!) { order(id: $id) { ...OrderDetails } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeOrderStatus($input: ChangeOrderStatusInput!) {\n    changeOrderStatus(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeOrderStatus($input: ChangeOrderStatusInput!) {\n    changeOrderStatus(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkContactList($input: LinkContactListInput!) {\n    linkContactList(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation LinkContactList($input: LinkContactListInput!) {\n    linkContactList(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnlinkContactList($input: UnlinkContactListInput!) {\n    unlinkContactList(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation UnlinkContactList($input: UnlinkContactListInput!) {\n    unlinkContactList(input: $input) {\n      order { ...OrderDetails }\n      errors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ParticipantChanges($orderId: ID!) {\n    participantChanges(orderId: $orderId) {\n      cursor\n      reset\n      order { id updatedAt participantSummary { total confirmed pending declined } contactList { id name contactCount isArchived } }\n      added { id }\n      addedCount\n      updated { ...ParticipantRow }\n      updatedCount\n      removedIds\n      removedCount\n      participantCount\n    }\n  }\n"): (typeof documents)["\n  subscription ParticipantChanges($orderId: ID!) {\n    participantChanges(orderId: $orderId) {\n      cursor\n      reset\n      order { id updatedAt participantSummary { total confirmed pending declined } contactList { id name contactCount isArchived } }\n      added { id }\n      addedCount\n      updated { ...ParticipantRow }\n      updatedCount\n      removedIds\n      removedCount\n      participantCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaletteSearch($search: String!, $isPartner: Boolean!) {\n    orders(first: 6, search: $search) { edges { node { ...PaletteOrder } } }\n    contactLists(first: 5, search: $search) @include(if: $isPartner) { edges { node { ...PaletteList } } }\n    contacts(first: 6, search: $search) @include(if: $isPartner) { edges { node { ...PaletteContact } } }\n  }\n"): (typeof documents)["\n  query PaletteSearch($search: String!, $isPartner: Boolean!) {\n    orders(first: 6, search: $search) { edges { node { ...PaletteOrder } } }\n    contactLists(first: 5, search: $search) @include(if: $isPartner) { edges { node { ...PaletteList } } }\n    contacts(first: 6, search: $search) @include(if: $isPartner) { edges { node { ...PaletteContact } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaletteRecent($ids: [ID!]!) {\n    nodes(ids: $ids) { id ...PaletteOrder ...PaletteList ...PaletteContact }\n  }\n"): (typeof documents)["\n  query PaletteRecent($ids: [ID!]!) {\n    nodes(ids: $ids) { id ...PaletteOrder ...PaletteList ...PaletteContact }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PaletteOrder on Order { id number name status }\n"): (typeof documents)["\n  fragment PaletteOrder on Order { id number name status }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PaletteList on ContactList { id name contactCount }\n"): (typeof documents)["\n  fragment PaletteList on ContactList { id name contactCount }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PaletteContact on Contact { id firstName lastName email phone mobile company }\n"): (typeof documents)["\n  fragment PaletteContact on Contact { id firstName lastName email phone mobile company }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;