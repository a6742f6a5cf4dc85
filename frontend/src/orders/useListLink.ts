import { graphql } from "../graphql/generated";
import type { OrderDetailsFragment } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { toast } from "../ui/Toast";

const LinkList = graphql(`
  mutation LinkContactList($input: LinkContactListInput!) {
    linkContactList(input: $input) {
      order { ...OrderDetails }
      errors { code message path }
    }
  }
`);

const Unlink = graphql(`
  mutation UnlinkContactList($input: UnlinkContactListInput!) {
    unlinkContactList(input: $input) {
      order { ...OrderDetails }
      errors { code message path }
    }
  }
`);

/** Linking and unlinking the order's list, and going back to the list that it had before. */
export function useListLink(order: OrderDetailsFragment, onDone: () => void) {
  const linking = useAction(LinkList, (data) => data.linkContactList);
  const unlinking = useAction(Unlink, (data) => data.unlinkContactList);
  const link = (contactListId: string) => linking.run({ input: { orderId: order.id, contactListId } });
  const unlink = () => unlinking.run({ input: { orderId: order.id } });

  /** A word about what was done, from which the list of before is linked again; where there was none, none is. */
  function tell(done: string) {
    const former = order.contactList;
    toast(done, "ok", {
      name: "Undo",
      run: async () => {
        const outcome = await (former ? link(former.id) : unlink());
        const refused = outcome.errors[0];
        const back = former
          ? `${former.name} is linked to ${order.number} again.`
          : `No list is linked to ${order.number}, as before.`;
        toast(refused?.message ?? back, refused ? "bad" : "ok");
        if (!refused) onDone();
      },
    });
    onDone();
  }
  return { link, unlink, tell, isBusy: linking.isBusy || unlinking.isBusy };
}
