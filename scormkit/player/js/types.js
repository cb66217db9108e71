// What the files of the script share: types only, nothing of this reaches player.js.

/**
 * Where the answer to a question is kept: slot `n` of *closed*, and its older slots,
 * newest first, as [number, width].
 * @typedef {{n: number, kind: "choice"|"set"|"map"|"order"|"credit", width: number,
 *   older?: Array<[number, number]>}} SlotData
 *
 * The `data-question` attribute. Numbers are those of options, from 1.
 * answers: [number, credit] in a choice, [number, 1 or 0] in multiple and hotspot.
 * solution: [left, right] or [item, category]. `all`: all or nothing. `fixed`: never shuffled.
 * @typedef {{id: string, key: string, type: QuestionType, points: number, slot?: SlotData,
 *   fixed?: boolean, objective?: string, all?: boolean, case?: boolean, exact?: boolean,
 *   answers?: Array<[number, number]>, answer?: boolean|number, tolerance?: number, unit?: string,
 *   accept?: Accepted[], lefts?: number[], rights?: number[], items?: number[],
 *   categories?: number[], solution?: Array<[number, number]>, gaps?: GapData[],
 *   mode?: "practice"|"test", screens?: ScreenData[], start?: string,
 *   nodes?: {[id: string]: NodeData}, best?: number, low?: number, high?: number,
 *   minWords?: number}} QuestionData
 * @typedef {"choice"|"multiple"|"true_false"|"short_answer"|"number"|"match"|"order"|"categorize"
 *   |"gaps"|"hotspot"|"simulation"|"scenario"|"scale"|"essay"} QuestionType
 * @typedef {{text: string, credit: number, regex?: boolean}} Accepted
 * @typedef {{n: number, accept?: string[], options?: number[]}} GapData  options: the first is right
 * @typedef {{n: number, box: number[], accept?: string[]}} ScreenData  box in fractions
 * @typedef {{choices: Array<[number, string, number]>, end?: string}} NodeData  [number, to, points]
 *
 * choice, scale: a number; multiple, hotspot: numbers, sorted; true_false: a boolean;
 * short_answer, number, essay: the text as typed; match: {left: right}; categorize:
 * {item: category}; order: item numbers; gaps: {gap: text or option number};
 * simulation: {screen: 1 right at the first try | 2 done | 3 tried}; scenario: choice numbers.
 * @typedef {number|boolean|string|number[]|{[part: string]: number|string}} Given
 */

/**
 * What a widget of one type of question does with its element. It sends a bubbling event
 * "answer" when the learner changed the response.
 * @typedef {object} Widget
 * @property {(el: HTMLElement, q: QuestionData) => Given|null} read  null: not answered
 * @property {(el: HTMLElement, q: QuestionData, response: Given|null) => void} write
 * @property {(el: HTMLElement, q: QuestionData, locked: boolean) => void} lock
 * @property {(el: HTMLElement, q: QuestionData, rank: ((n: number) => number)|null) => void} ready
 *   called once per page; orders options by rank(number) unless it is null; it may be called
 *   again with another rank when a new attempt starts
 * @property {(el: HTMLElement, q: QuestionData, response: Given|null,
 *   verdict: {credit: number, showCorrect: boolean}|null) => void} show
 *   marks options right or wrong; null takes all marks away
 */

/**
 * The `data-quiz` attribute. `draw` and `clock` are numbers of slots of *status*; limit in seconds;
 * shuffle: [questions, answers]; best: the most points of an attempt.
 * @typedef {{id: string, draw: number|null, clock: number|null, graded: boolean,
 *   mark: number|null, attempts: number|null, limit: number|null, shuffle: [boolean, boolean],
 *   feedback: "after_question"|"after_quiz"|"never",
 *   correct: "after_question"|"after_quiz"|"after_last_attempt"|"after_passing"|"never",
 *   review: boolean, best: number}} QuizData
 * @typedef {{id: string|null, slot: SlotData|null}} MediaData  the `data-media` attribute
 * @typedef {{id: string, pick: number}} PoolData  the `data-pool` attribute
 */

/**
 * The argument of scormkit.course(): see data.py. `layout.status` and `layout.closed` are the
 * bits of each slot, in order of number; `limit` is in characters. `iri`: of the course and of the
 * part; `told`: the file that statements are told from, from the root.
 * @typedef {{build: string, id: string, published: string, title: string, lang: string,
 *   version: string, part: {id: string, published: string, title: string}, single: boolean,
 *   adapter: string, iri?: [string, string], told?: string, limit: number|null, linear: boolean,
 *   layout: {number: number, status: number[], closed: number[]}, rules: Rules,
 *   modules: ModuleData[], glossary: boolean, objectives?: Array<[string, string]>,
 *   minutes?: number, certificate?: {title: string, when: "passed"|"completed", validFor?: string},
 *   leavesEarly?: boolean, strings: {[key: string]: string}}} CourseData
 * @typedef {{id: string, published?: string, title: string, lang?: string, requires?: string[],
 *   pages: PageData[]}} ModuleData
 * @typedef {{id: string, published?: string, title: string, lang?: string, slot: number|null,
 *   kind: "lesson"|"quiz"|"resources"|"faq"|"event"|"discussion"|"assignment",
 *   done?: DoneData, objectives?: string[], quiz?: QuizBrief}} PageData
 * @typedef {{read: boolean, checks: "answered"|"right"|null, watched: number|null}} DoneData
 * @typedef {{slot: number|null, graded: boolean, mark: number|null,
 *   attempts: number|null}} QuizBrief
 * @typedef {{pages: number|null, passed: string[], done: string[],
 *   score: Array<[string, number]>, mark: number|null}} Rules  score: [quiz, weight], sum 1
 */

/**
 * A learner's work as the rules read it. pages: 0 not opened, 1 opened, 2 read, 3 done.
 * attempt: 0 none, 1 open, 2 submitted. best: 0..1.
 * @typedef {{pages: {[id: string]: number}, quizzes: {[id: string]: QuizWork},
 *   course: {completed: boolean, passed: boolean, failed: boolean, best: number}}} Work
 * @typedef {{attempts: number, attempt: number, passed: boolean, best: number}} QuizWork
 * @typedef {{done: number, pages: number, completed: boolean, passed: boolean, failed: boolean,
 *   judged: boolean, score: number|null, progress: number,
 *   status: "incomplete"|"completed"|"passed"|"failed"}} Outcome
 */

/**
 * The tracking contract: an adapter stands between the session and an LMS.
 * @typedef {object} Adapter
 * @property {string} name
 * @property {number} textLimit  the longest response in characters
 * @property {() => Launch | null | Promise<Launch | null>} open  null: there is no LMS
 * @property {(record: TrackRecord) => boolean | Promise<boolean>} save  true: it is kept
 * @property {(record: TrackRecord | null) => boolean} close  save once more and end the session
 * @property {() => Learner} learner
 * @property {(wish?: string) => string} [language]  the learner's language in the LMS, a new one where given
 * @property {(event: Happening) => void} [note]  each event as it happens
 * @property {() => Trouble | ""} [trouble]  why nothing can be saved, where the adapter knows it
 * @typedef {"ended" | "silent" | "keyless"} Trouble  the LMS takes no more of this launch; it does not answer; it
 *   gave no right to write
 *
 * @typedef {{mode: "normal"|"review"|"browse", state: string, resumed: boolean, status: string|null,
 *   score: number|null, ended?: boolean, failed?: boolean, apart?: boolean}} Launch  ended: the LMS
 *   closed the session before; failed: it does not answer, and is asked again; apart: the course begins
 *   without knowing what the LMS has, and `joinWork` is called once it answers
 * @typedef {{id: string, name: string, who?: string}} Learner  who: the person, where `id` also has what he is enrolled in
 *
 * What happens, in order, for standards that tell more than records hold.
 * @typedef {{kind: "page", page: PageData} | {kind: "attempt", page: PageData}
 *   | {kind: "response", page: PageData | null, record: InteractionRecord}
 *   | {kind: "result", result: QuizResult} | {kind: "objective", record: ObjectiveRecord}
 *   | {kind: "media", page: PageData | null, report: MediaReport}} Happening
 * A submitted attempt. passed: null without a mark; score: null where nothing is graded; seconds:
 * null where the time is not known.
 * @typedef {{page: PageData, passed: boolean|null, score: number|null, seconds: number|null}} QuizResult
 * time, from: where it plays, and where it jumped from; watched: distinct seconds; threshold: the
 * share that counts as watched.
 * @typedef {{id: string, verb: "initialized"|"played"|"paused"|"seeked"|"completed"|"terminated", time: number,
 *   from: number, length: number, session: string, segments: Array<[number, number]>,
 *   watched: number, progress: number, threshold: number}} MediaReport
 *
 * seconds: of this session. taken: work of another session is among it. objectives and interactions: those not yet sent.
 * @typedef {{state: string, status: string, completed: boolean, passed: boolean, failed: boolean,
 *   judged: boolean, score: number|null, progress: number, place: string, seconds: number, taken: boolean,
 *   objectives: ObjectiveRecord[], interactions: InteractionRecord[]}} TrackRecord
 * @typedef {{id: string, index: number, score: number|null, completed: boolean,
 *   passed: boolean|null}} ObjectiveRecord
 * An adapter corrects `index` where the LMS counts otherwise.
 * @typedef {{index: number, id: string, q: QuestionData, response: any, credit: number|null,
 *   seconds: number, at: Date, description: string}} InteractionRecord
 */
