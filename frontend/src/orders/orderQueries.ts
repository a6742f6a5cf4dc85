import { graphql } from "../graphql/generated";

export const OrderDetails = graphql(`
  fragment OrderDetails on Order {
    ...OrderRow
    createdAt
    placedBy { id name }
    contactList { id name contactCount isArchived }
    notificationRecipients
  }
`);

export const OrderQuery = graphql(`
  query Order($id: ID!) { order(id: $id) { ...OrderDetails } }
`);

export const ChangeStatus = graphql(`
  mutation ChangeOrderStatus($input: ChangeOrderStatusInput!) {
    changeOrderStatus(input: $input) {
      order { ...OrderDetails }
      errors { code message path }
    }
  }
`);
