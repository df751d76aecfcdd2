import { columnsToChoose } from "../../tickets/log/desk/desk-of";
import { type Mapping, mappingFrom } from "../../tickets/log/mapping";
import { InputError } from "../../tickets/log/problems";
import { mappingOf } from "../../tickets/understanding/mapping-of";
import type { Meaning } from "../../tickets/understanding/presets/preset";
import { takenForNotes } from "../../tickets/understanding/say";
import { type Survey, surveyFile } from "../../tickets/understanding/survey";
import { understand } from "../../tickets/understanding/understand";
import type { FileSettings, LogFile, Looked } from "../wire/file";
import { sourceOf } from "./bytes";
import { choosingIn, givenBy } from "./given";
import { looked } from "./looked";
import { answersOf, lackingIn, said, type ToRead } from "./said";

type Progress = (share: number) => void;

/** Keeps what was found in files, because looking again means reading all of them. */
export class TakenFor {
  #key = "";
  #survey: Survey | null = null;

  /** What a file is taken for, and which questions are open. */
  async look(asked: ToRead, progress: Progress): Promise<Looked> {
    return looked(asked, await this.#surveyOf(asked, progress));
  }

  /**
   * The mapping to read a file by, and a note on how it came about.
   *
   * @throws {InputError} if a question is still open
   */
  async mapping(
    asked: ToRead,
    progress: Progress,
  ): Promise<{ readonly mapping: Mapping; readonly note: string | null }> {
    const { file, settings, promise } = asked;
    if (settings.mapping !== undefined) {
      return { mapping: mappingFrom(settings.mapping, "the mapping"), note: null };
    }
    const survey = await this.#surveyOf(asked, progress);
    const [candidate] = survey.candidates;
    if (!candidate || lackingIn(survey).length > 0) {
      throw new InputError(`${file.name}: say which of its columns mean what`);
    }
    const understood = understand(survey, answersOf(asked));
    if (understood.kind !== "understood") {
      throw new InputError(`${file.name}: answer first what its dates or rows leave open`);
    }
    const given = givenBy(promise);
    const used = given ? columnsToChoose(given, choosingIn(settings)) : [];
    return {
      mapping: mappingOf(said(understood, settings)),
      note: takenForNotes(understood, survey, used).join("; ") || null,
    };
  }

  async #surveyOf({ file, settings }: ToRead, progress: Progress): Promise<Survey> {
    const { as, form, columns } = settings;
    const key = JSON.stringify([file.id, as, form, columns]);
    if (this.#survey && this.#key === key) return this.#survey;
    const survey = await surveyOf(file, settings, progress);
    this.#key = key;
    this.#survey = survey;
    return survey;
  }
}

async function surveyOf(
  file: LogFile,
  { as, form, columns }: FileSettings,
  progress: Progress,
): Promise<Survey> {
  let read = 0;
  const open = () =>
    sourceOf(file, (count) => {
      read += count;
      progress(read / Math.max(1, file.bytes.size));
    });
  const known = await surveyFile(open(), { only: as });
  if (known && form === undefined && columns === undefined) return known;
  const like = known?.candidates[0];
  const given = Object.entries(columns ?? {}).filter(([, name]) => name !== "");
  const isSameForm = form === undefined || like?.preset.form === form;
  // The keys of the settings' columns are meanings, by their type.
  const byHand = new Map([...(isSameForm ? (like?.columns ?? []) : []), ...given] as [
    Meaning,
    string,
  ][]);
  for (const [meaning, name] of Object.entries(columns ?? {})) {
    if (name === "") byHand.delete(meaning as Meaning);
  }
  read = 0;
  const survey = await surveyFile(open(), {
    byHand: { form: form ?? like?.preset.form ?? "tickets", columns: byHand, like: like?.preset },
  });
  if (survey) return survey;
  throw new InputError(`${file.name}: it has no table: no row of names over rows of cells`);
}
