/**
 * What relay-compiler compiles: `npm run relay` writes __generated__/. In an application these stand inside its components, and a
 * plug-in of the bundler puts the compiled ones in their place; program.mjs has no bundler and imports them itself.
 */
import { graphql } from "relay-runtime";

export const orders = graphql`
  fragment documents_orders on Query
  @refetchable(queryName: "documentsOrdersQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 3 }, after: { type: "String" }) {
    orders(first: $first, after: $after, active: true) @connection(key: "documents_orders") {
      edges {
        node {
          id
          number
          name
          contactList {
            id
          }
        }
      }
    }
  }
`;

export const participants = graphql`
  fragment documents_participants on Order
  @refetchable(queryName: "documentsParticipantsQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 50 }, after: { type: "String" }) {
    participants(first: $first, after: $after) @connection(key: "documents_participants") {
      edges {
        node {
          id
          contact {
            email
          }
        }
      }
    }
  }
`;

export const changes = graphql`
  subscription documentsChangesSubscription($orderId: ID!, $connections: [ID!]!) {
    participantChanges(orderId: $orderId) {
      reset
      addedCount
      participantCount
      added @appendNode(connections: $connections, edgeTypeName: "ParticipantEdge") {
        id
        contact {
          email
        }
      }
      removedIds @deleteEdge(connections: $connections)
    }
  }
`;

export const add = graphql`
  mutation documentsAddMutation($input: AddParticipantInput!) {
    addParticipant(input: $input) {
      participant {
        id
      }
      errors {
        code
        message
        path
      }
    }
  }
`;

export const upload = graphql`
  mutation documentsUploadMutation($input: UploadContactsInput!) {
    uploadContacts(input: $input) {
      contactImport {
        id
        columns {
          index
          suggestedField
        }
      }
      errors {
        code
        message
        path
      }
    }
  }
`;

export const start = graphql`
  mutation documentsStartMutation($input: StartImportInput!) {
    startImport(input: $input) {
      contactImport {
        id
        status
      }
      errors {
        code
        message
        path
      }
    }
  }
`;

export const progress = graphql`
  subscription documentsProgressSubscription($id: ID!) {
    importProgress(importId: $id) {
      id
      status
      addedRows
      failedRowCount
      failedRowsCsvUrl
    }
  }
`;
