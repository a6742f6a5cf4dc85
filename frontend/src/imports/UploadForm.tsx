import { FileSpreadsheet, FileUp, Lightbulb, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { DropZone, FileTrigger, isFileDropItem, Text } from "react-aria-components";
import { useLocation } from "wouter";
import { fault, type Refusal, sortErrors } from "../graphql/errors";
import { graphql } from "../graphql/generated";
import type { ConsentChoice } from "../graphql/generated/graphql";
import { type UploadProgress, upload } from "../graphql/upload";
import { Button, LinkButton } from "../ui/Button";
import { RadioCards, Select } from "../ui/choices";
import { Card, type Crumb, ErrorNote, PageHead, usePageTitle } from "../ui/layout";
import { links } from "../ui/links";
import { Progress } from "../ui/Progress";
import { useLeaveWarning } from "../ui/useLeaveWarning";
import { counted, fileSize } from "../ui/words";
import { Steps } from "./Steps";
import { useFileDrop } from "./useFileDrop";
import { looksLikeTable } from "./words";

const UploadContacts = graphql(`
  mutation UploadContacts($input: UploadContactsInput!) {
    uploadContacts(input: $input) {
      contactImport { id }
      errors { code message path }
    }
  }
`);

type HeaderRow = "detect" | "yes" | "no";
const hasHeaderRow: Record<HeaderRow, boolean | null> = { detect: null, yes: true, no: false };

export function UploadForm({
  list,
  crumbs,
  back,
  orderId,
}: {
  list: { id: string; name: string };
  crumbs: Crumb[];
  back: string;
  orderId?: string;
}) {
  usePageTitle("Upload Contacts");
  const [file, setFile] = useState<File | null>(null);
  const [header, setHeader] = useState<HeaderRow>("detect");
  const [consent, setConsent] = useState<ConsentChoice>("CONFIRMED");
  const [errors, setErrors] = useState<Refusal[]>([]);
  const [progress, setProgress] = useState<UploadProgress | null>(null);
  const abort = useRef<AbortController | null>(null);
  const [, navigate] = useLocation();
  useEffect(() => () => abort.current?.abort(), []);
  const told = sortErrors(errors, ["file", "hasHeaderRow", "consent"]);
  const isSent = progress !== null && progress.sent >= progress.total;

  function take(chosen: File | null | undefined) {
    if (!chosen) return;
    setErrors(
      looksLikeTable(chosen.name)
        ? []
        : [
            {
              code: "UNSUPPORTED_FILE",
              message: `${chosen.name} is none of XLSX, XLS, TXT and CSV. If it is a table, save it as one of them.`,
              path: ["file"],
            },
          ],
    );
    setFile(chosen);
  }

  /** Dropped: one file is taken, what else it was is said. */
  async function receive(files: (File | Promise<File>)[]) {
    const [first, ...more] = files;
    if (!first)
      return setErrors([{ code: "REQUIRED", message: "That was no file. Drop a single file.", path: ["file"] }]);
    const chosen = await first;
    take(chosen);
    if (more.length === 0) return;
    const message = `One file at a time: ${chosen.name} was taken, ${counted(more.length, "other was", "others were")} not.`;
    setErrors((before) => [...before, { code: "INVALID", message, path: ["file"] }]);
  }

  const isOver = useFileDrop((files) => void receive(files), progress === null);
  useLeaveWarning(progress !== null);

  async function send() {
    if (!file) return setErrors([{ code: "REQUIRED", message: "Choose a file.", path: ["file"] }]);
    setErrors([]);
    setProgress({ sent: 0, total: file.size });
    abort.current = new AbortController();
    const result = await upload(
      UploadContacts,
      { input: { contactListId: list.id, file, hasHeaderRow: hasHeaderRow[header], consent } },
      setProgress,
      abort.current.signal,
    );
    setProgress(null);
    if (result.isAborted) return;
    if (result.error) return setErrors(fault(result.error));
    const payload = result.data?.uploadContacts;
    setErrors(payload?.errors ?? []);
    if (payload?.contactImport) navigate(links.import(payload.contactImport.id, orderId));
  }

  return (
    <>
      <PageHead title="Upload Contacts" crumbs={crumbs} />
      <Steps at={0} />
      <Card>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
          className="flex flex-col gap-7 pt-5"
        >
          <p className="text-muted">
            The people in the file join <strong className="font-semibold text-ink">{list.name}</strong>, your contacts,
            and every active order linked to the list. Nothing is imported before you have seen the columns.
          </p>
          {told.form.length > 0 && <ErrorNote>{told.form.join(" ")}</ErrorNote>}
          <div className="flex flex-col gap-2">
            <DropZone
              getDropOperation={() => "copy"}
              isDisabled={progress !== null}
              onDrop={(event) => void receive(event.items.filter(isFileDropItem).map((item) => item.getFile()))}
              data-over={isOver || undefined}
              className="data-over:border-accent data-over:bg-accent-soft focus-ring flex flex-col items-center gap-3 rounded-2xl border-2 border-field/70 border-dashed bg-bg px-6 py-10 text-center transition-colors drop-target:border-accent drop-target:bg-accent-soft"
            >
              {file ? (
                <>
                  <FileSpreadsheet aria-hidden className="size-8 text-accent" />
                  <Text slot="label" className="flex flex-col">
                    <span className="wrap-anywhere font-medium">{file.name}</span>
                    <span className="text-[13px] text-muted">{fileSize(file.size)}</span>
                  </Text>
                </>
              ) : (
                <>
                  <FileUp aria-hidden className="size-8 text-muted" />
                  <Text slot="label" className="flex flex-col gap-0.5">
                    <span className="font-medium">Drop a file here</span>
                    <span className="text-[13px] text-muted">XLSX, XLS, TXT or CSV</span>
                  </Text>
                </>
              )}
              <FileTrigger
                acceptedFileTypes={[".xlsx", ".xls", ".txt", ".csv"]}
                onSelect={(chosen) => take(chosen?.[0])}
              >
                <Button isDisabled={progress !== null} kind={file ? "plain" : "primary"}>
                  {file ? "Choose another file" : "Choose a file"}
                </Button>
              </FileTrigger>
            </DropZone>
            {told.fields.file && (
              <p role="alert" className="text-[13px] text-bad">
                {told.fields.file.join(" ")}
              </p>
            )}
          </div>
          <div className="grid grid-cols-1 gap-7 lg:grid-cols-[minmax(0,1fr)_17rem]">
            <div className="flex flex-col gap-3">
              <RadioCards
                label="Opt-In Confirmation"
                value={consent}
                onChange={(choice) => setConsent(choice as ConsentChoice)}
                isDisabled={progress !== null}
                errors={told.fields.consent}
                choices={[
                  { id: "CONFIRMED", name: "I have consent to communicate from every person in this file" },
                  { id: "REQUEST", name: "I do not have consent: e-mail each person and ask" },
                ]}
              />
              <p className="flex gap-2.5 text-[13px] text-muted">
                <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-bar" />
                <span>
                  Do only some people in your file have consent? Map a column that says so to Consent, or split the file
                  in two.
                </span>
              </p>
            </div>
            <Select
              label="File contains a header row"
              value={header}
              onChange={(choice) => setHeader(choice as HeaderRow)}
              isDisabled={progress !== null}
              errors={told.fields.hasHeaderRow}
              options={[
                { id: "detect", name: "Detect automatically" },
                { id: "yes", name: "Yes" },
                { id: "no", name: "No" },
              ]}
              help="You see the first rows next, and can still change it."
            />
          </div>
          <div className="flex min-h-9 flex-wrap items-center justify-end gap-3">
            {progress ? (
              <>
                <div className="min-w-60 flex-1" aria-live="polite">
                  <Progress
                    value={(100 * progress.sent) / Math.max(1, progress.total)}
                    label={isSent ? "Reading the file" : "Uploading"}
                    detail={isSent ? "" : `${fileSize(progress.sent)} of ${fileSize(progress.total)}`}
                    isUnknown={isSent}
                  />
                </div>
                {/* A button of its own: else the key that pressed Continue would press it when it is let go. */}
                <Button key="cancel" autoFocus onPress={() => abort.current?.abort()}>
                  <X aria-hidden className="size-4" /> Cancel
                </Button>
              </>
            ) : (
              <>
                <LinkButton href={back}>Cancel</LinkButton>
                <Button key="continue" type="submit" kind="primary">
                  Continue
                </Button>
              </>
            )}
          </div>
        </form>
      </Card>
    </>
  );
}
