/**
 * What has the focus may go: the last row, the button of an empty state, the bar of a selection, a step that is done. The focus
 * then goes to the nearest place that is still there, else to the page's heading; never to the top of the document, from where
 * the keyboard would have to begin again.
 */
import { useEffect } from "react";

/** No field: who did not go there does not want to type there. */
const PLACES = "a[href], button:not([disabled]), [role=grid]";
/** Whatever takes the focus by itself (a window that closes, a page that opens) comes first. */
const PAUSE = 60;

let last: Element | null = null;
let around: Element[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function remember({ target }: FocusEvent) {
  if (!(target instanceof Element) || !target.closest("#main")) return;
  last = target;
  around = [];
  for (let each = target.parentElement; each && each.id !== "main"; each = each.parentElement) around.push(each);
}

function giveBack() {
  timer = undefined;
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (!isLost || !last || last.isConnected) return;
  const place = around.find((element) => element.isConnected && element.querySelector(PLACES));
  const next = place?.querySelector(PLACES) ?? document.querySelector("#main h1");
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

/** Looks after the focus once what happens now has happened. */
export function keepFocusSoon() {
  if (!timer) timer = setTimeout(giveBack, PAUSE);
}

export function useFocusKeeper() {
  useEffect(() => {
    const main = document.getElementById("main");
    if (!main) return;
    document.addEventListener("focusin", remember);
    const watch = new MutationObserver(() => {
      if (document.activeElement === document.body) keepFocusSoon();
    });
    watch.observe(main, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      watch.disconnect();
    };
  }, []);
}
