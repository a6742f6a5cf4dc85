/** What stands in the tabs when GraphiQL is opened for the first time: each runs as it is against the demo data. */

const ORDERS = `# Your orders, the one that changed last first.
# Run it with Ctrl-Enter. For the next page put the
# endCursor into the variable "after".
query Orders($after: String) {
  orders(first: 10, after: $after, active: true) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        id
        number
        name
        status
        contactList { id name }
        participantSummary { total confirmed pending declined }
      }
    }
  }
}
`;

const PARTICIPANTS = `# A page of the people on each of three orders.
# With an order's ID, order(id:) gives one alone.
query Participants {
  orders(first: 3, active: true) {
    edges {
      node {
        number
        participants(first: 20, sort: { field: LAST_NAME, direction: ASC }) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges { node { id addedAt contact { firstName lastName email consent } } }
        }
      }
    }
  }
}
`;

const LINKING = `# First see which lists and orders there are. Then
# put an ID of each into the variables, and run
# LinkList: the list's contacts become the order's
# participants at once.
query ListsAndOrders {
  contactLists(first: 20) { edges { node { id name } } }
  orders(first: 20, active: true) { edges { node { id number name contactList { name } } } }
}

mutation LinkList($orderId: ID!, $contactListId: ID!) {
  linkContactList(input: { orderId: $orderId, contactListId: $contactListId }) {
    order { number contactList { name } participantSummary { total } }
    errors { code message path }
  }
}
`;

const WATCHING = `# Runs over a WebSocket until you stop it: change
# an order in the dashboard, and see it come.
# participantChanges(orderId:) tells of one order's
# people in the same way.
subscription OrderChanges {
  orderChanges { number name status updatedAt participantSummary { total } }
}
`;

const uploading = (address: string) => `# GraphiQL sends no files. With curl, an API token
# from Settings and a list's ID:
#
# curl ${address} \\
#   -H "Authorization: Bearer $TOKEN" -F operations='{
#     "query": "mutation ($input: UploadContactsInput!) {
#       uploadContacts(input: $input) {
#         contactImport { id } errors { message } } }",
#     "variables": {"input": {"contactListId": "'$LIST'",
#       "consent": "CONFIRMED", "file": null}}}' \\
#   -F map='{"file": ["variables.input.file"]}' \\
#   -F file=@people.csv
#
# What became of it is seen here.
query Imports {
  contactImports(first: 5) {
    edges { node { id fileName status totalRows addedRows failedRowCount failedRowsCsvUrl } }
  }
}
`;

export const examples = (address: string) => [
  { query: ORDERS, variables: '{ "after": null }' },
  { query: PARTICIPANTS },
  { query: LINKING, variables: '{ "orderId": "", "contactListId": "" }' },
  { query: WATCHING },
  { query: uploading(address) },
];
