import { useState } from "react";
import { Segments } from "../ui/Segments";

/**
 * A letter as its reader sees it. The HTML stands in a frame without scripts, forms or this page's origin: whatever a letter
 * holds, it can do nothing here. Its links open beside the dashboard.
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
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={withLinksOutside(letter.html)}
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
