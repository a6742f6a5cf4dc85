import { useEffect, useState } from "react";
import { graphql } from "../graphql/generated";
import type { ImportDetailsFragment, ImportTask } from "../graphql/generated/graphql";
import { useAction } from "../graphql/useAction";
import { Button } from "../ui/Button";
import { Dialog, DialogBody, DialogFoot } from "../ui/Dialog";
import { LiveDot } from "../ui/LiveDot";
import { Card, ErrorNote } from "../ui/layout";
import { Progress } from "../ui/Progress";
import { counted, duration, number } from "../ui/words";
import { follow } from "./follow";
import { addSample, pace, type Sample } from "./pace";

const Cancel = graphql(`
  mutation StopImport($input: ImportIdInput!) {
    cancelImport(input: $input) {
      contactImport { ...ImportProgress }
      errors { code message path }
    }
  }
`);

const TASKS: Record<ImportTask, [string, string]> = {
  RETRY: ["Trying failed rows again", "Importing them"],
  UNDO: ["Taking the upload back", "Taking back"],
};

export function ProgressStep({ found }: { found: ImportDetailsFragment }) {
  const [samples, setSamples] = useState<Sample[]>([]);
  const [isAsking, setAsking] = useState(false);
  const [errors, setErrors] = useState<string[]>([]);
  const { run, isBusy } = useAction(Cancel, (data) => data.cancelImport);
  const { processedRows, totalRows } = found;
  const task = found.task ?? null;
  // Whoever leaves is told how it ended.
  useEffect(() => follow(found.id), [found.id]);
  useEffect(() => setSamples((before) => addSample(before, { at: Date.now(), rows: processedRows })), [processedRows]);
  const speed = pace(samples, totalRows ?? null);
  const isQueued = found.status === "QUEUED";
  const detail = isQueued
    ? "Waiting its turn"
    : totalRows
      ? `${number(processedRows)} of ${counted(totalRows, "row", "rows")}`
      : counted(processedRows, "row", "rows");

  async function stop() {
    const outcome = await run({ input: { importId: found.id } });
    setErrors(outcome.errors.map((error) => error.message));
    setAsking(false);
  }

  return (
    <Card title={task ? TASKS[task][0] : "Uploading leads"} note={<LiveDot />}>
      <div className="flex flex-col gap-6">
        {errors.length > 0 && <ErrorNote>{errors.join(" ")}</ErrorNote>}
        <Progress
          label={isQueued ? "Starts in a moment" : task ? TASKS[task][1] : "Importing"}
          value={totalRows ? (100 * processedRows) / totalRows : 0}
          isUnknown={isQueued || !totalRows || task !== null}
          detail={task ? undefined : detail}
        />
        <Figures found={found} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-[13px] text-muted" role="status">
            {speed && !task
              ? `${counted(Math.round(speed.perSecond), "row", "rows")} a second${speed.secondsLeft === null ? "" : ` · about ${duration(speed.secondsLeft)} left`}`
              : `You may leave this page: ${task ? "this" : "the upload"} goes on, and stands under Imports.`}
          </p>
          {/* An undo is not left half done. */}
          {task !== "UNDO" && <Button onPress={() => setAsking(true)}>{task ? "Stop" : "Cancel the upload"}</Button>}
        </div>
      </div>
      <Dialog
        title={task ? "Stop trying again?" : "Cancel the upload?"}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        isAlert
      >
        <DialogBody>
          <p>
            {task
              ? "The rows that were imported so far stay. The others remain among the failed rows."
              : "The people who were added so far stay. The rest of the file is not imported."}
          </p>
        </DialogBody>
        <DialogFoot>
          <Button onPress={() => setAsking(false)}>{task ? "Go on" : "Go on uploading"}</Button>
          <Button kind="danger" onPress={() => void stop()} isBusy={isBusy}>
            {task ? "Stop" : "Cancel the upload"}
          </Button>
        </DialogFoot>
      </Dialog>
    </Card>
  );
}

/** What became of the rows. Figures that cannot be other than nothing with this import's choices are left out. */
export function Figures({ found }: { found: ImportDetailsFragment }) {
  const figures: [string, number, string][] = [["added", found.addedRows, "text-ok"]];
  if (found.existing !== "FAIL" || found.joinedRows) figures.push(["put on the list", found.joinedRows, "text-ok"]);
  if (found.existing === "UPDATE" || found.updatedRows) figures.push(["updated", found.updatedRows, "text-ok"]);
  if (found.consent === "REQUEST" || found.askedRows) figures.push(["asked for consent", found.askedRows, "text-ink"]);
  figures.push(["failed", found.failedRowCount, "text-bad"]);
  // Taken back, they tell what had been: no longer good news.
  const isPast = found.status === "UNDONE";
  return (
    <FigureList
      figures={
        isPast
          ? figures.map(([name, count]) => [name === "failed" ? "had failed" : `were ${name}`, count, "text-muted"])
          : figures
      }
    />
  );
}

export function FigureList({ figures }: { figures: [string, number, string][] }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:flex sm:flex-wrap">
      {figures.map(([name, count, look]) => (
        <div
          key={name}
          className="flex flex-col-reverse rounded-xl bg-bg px-4 py-3 ring-1 ring-line ring-inset sm:min-w-36"
        >
          <dt className="text-[13px] text-muted">{name}</dt>
          <dd className={`font-semibold text-xl tabular-nums ${count ? look : "text-muted"}`}>{number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
