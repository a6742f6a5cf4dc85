/**
 * Parts that are loaded when they are needed. While the server is away they wait for it instead of failing, so that a window
 * that was asked for in that moment opens late and the page is not lost. Where the server answers and has the part no more,
 * it has been updated since: that is an error, and the page's last net offers to load it again.
 */
import { type ComponentType, lazy } from "react";
import { isServerThere, missServer } from "../graphql/server";

const PAUSES = [300, 1_000, 2_000, 3_000];
const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function patiently<T>(load: () => Promise<T>, pauses: readonly number[] = PAUSES): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await load();
    } catch (error) {
      // It may have come back between the two questions: once more is asked before it is believed.
      if (attempt > 0 && (await isServerThere())) throw error;
      missServer();
      await rest(pauses[Math.min(attempt, pauses.length - 1)] ?? 0);
    }
  }
}

/** The component of this name, from a module that is loaded when it is first drawn. */
// biome-ignore lint/suspicious/noExplicitAny: as React's own `lazy`, whatever the component's properties are
export const later = <Name extends string, Part extends ComponentType<any>>(
  load: () => Promise<Record<Name, Part>>,
  name: Name,
) => lazy(async () => ({ default: (await patiently(load))[name] }));
