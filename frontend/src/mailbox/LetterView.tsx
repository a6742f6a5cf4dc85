import { useState } from "react";
import { Segments } from "../ui/Segments";

/**
 * A letter as its reader sees it. The HTML stands in a frame without scripts and forms: whatever a letter holds, it can do
 * nothing here. Its links open beside the dashboard.
 */
export function LetterView({ letter }: { letter: { subject: string; text: string; html?: string | null } }) {
  const [view, setView] = useState<"html" | "text">(letter.html ? "html" : "text");
  return (
    <div className="flex min-h-0 flex-col gap-3">
      {letter.html && (
        <div className="flex justify-end">
          <Segments
            label="How the letter is shown"
            views={[
              ["html", "As sent"],
              ["text", "Plain text"],
            ]}
            value={view}
            onChange={setView}
          />
        </div>
      )}
      {view === "html" && letter.html ? (
        <iframe
          title={`The letter: ${letter.subject}`}
          // This page's origin, so that it can be dressed; without scripts that gives the letter nothing.
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          srcDoc={undressed(withLinksOutside(letter.html))}
          onLoad={(event) => dress(event.currentTarget.contentDocument)}
          className="h-[40rem] max-h-[64dvh] w-full rounded-xl border border-line bg-white"
        />
      ) : (
        <pre className="max-h-[60dvh] overflow-auto whitespace-pre-wrap break-words rounded-xl border border-line bg-bg p-4 font-sans text-sm">
          <LinkedText text={letter.text} />
        </pre>
      )}
    </div>
  );
}

/** A link followed inside the frame would be shown in the frame, where nothing works. */
export const withLinksOutside = (html: string): string =>
  /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`)
    : `<base target="_blank">${html}`;

/** The letter with its styles as plain data: the page's content security policy, which a frame inherits, allows none inline. */
export const undressed = (html: string): string =>
  html
    .replace(/<style[^>]*>([\s\S]*?)<\/style>/gi, (_, css: string) => `<template data-styles>${css}</template>`)
    .replace(/(<[a-z][^<>]*?)\sstyle=/gi, "$1 data-style=");

/** Puts the styles on by script, which the policy allows. */
function dress(letter: Document | null) {
  const sheets = letter?.defaultView;
  if (!sheets) return;
  letter.adoptedStyleSheets = [...letter.querySelectorAll<HTMLTemplateElement>("template[data-styles]")].map((data) => {
    const sheet = new sheets.CSSStyleSheet();
    sheet.replaceSync(data.content.textContent);
    return sheet;
  });
  for (const part of letter.querySelectorAll<HTMLElement>("[data-style]"))
    part.style.cssText = part.dataset.style ?? "";
}

const URLS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/g;

const LinkedText = ({ text }: { text: string }) =>
  text.split(URLS).map((part, i) => {
    // Parts of a text have no other identity than their place.
    const key = `${i}/${part}`;
    if (i % 2 === 0) return part;
    return (
      <a key={key} href={part} target="_blank" rel="noopener noreferrer" className="rounded text-accent underline">
        {part}
      </a>
    );
  });
