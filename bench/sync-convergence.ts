/**
 * Trials of "one drafter does a structural command, another types a word", unknown to each other:
 * where the word stands once both know all. Ours beside y-prosemirror on one shared tree, on the same
 * trials. `node bench/sync-convergence.ts [trials]`
 */
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror'
import * as Y from 'yjs'
import {
  type Act,
  bodyOf,
  headingOf,
  isUnit,
  makeAct,
  makeParagraph,
  makeUnit,
  type UnitId,
  unitId,
} from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { carry } from '#shared/sync/carry.ts'
import { applyEdit } from '#shared/sync/edit.ts'
import { createDraftView, projectAct } from '#shared/sync/project.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { seeded } from '#test/cohort/chance.ts'

const WORD = '⟨слово⟩'
const ARTICLES = 12
const COMMANDS = ['move', 'split', 'join', 'insert', 'repeal', 'remove'] as const
type Command = (typeof COMMANDS)[number]

interface Trial {
  readonly command: Command
  readonly edit: UnitEdit
  readonly unit: UnitId
  readonly offset: number
}

/** The word is in its own unit, in none though its unit stands, in a foreign one, twice, or went with its removed unit. */
interface Tally {
  right: number
  lost: number
  wrong: number
  doubled: number
  damaged: number
  removed: number
  reported: number
}

const base = articles()
const seed = seedDraft(base)
const stockSeed = seedStock()
const trials = Number(process.argv[2] ?? 10_000)
const random = seeded(1)
const ours = newTallies()
const stock = newTallies()

for (let n = 0; n < trials; n++) {
  const trial = randomTrial(COMMANDS[n % COMMANDS.length] ?? 'move')
  judge(trial, oursMerged(trial), ours[trial.command])
  judge(trial, { act: stockMerged(trial), isReported: false }, stock[trial.command])
}
print('Bapta, keyed by unit', ours)
print('y-prosemirror 1.3.7, one tree', stock)

function articles(): Act {
  const units = Array.from({ length: ARTICLES }, (_, i) => {
    const items = [1, 2].map((item) =>
      makeUnit(
        { id: unitId(`a${i}p${item}`), kind: 'paragraph', label: String(item) },
        {
          body: [
            makeParagraph(`Пункт ${item} статьи ${i}: слова закона о предмете ${i * 7 + item}.`),
          ],
        },
      ),
    )
    return makeUnit(
      { id: unitId(`a${i}`), kind: 'article', label: String(i) },
      {
        heading: `Статья о предмете ${i}`,
        body: [makeParagraph(`Вводные слова статьи ${i}.`)],
        units: items,
      },
    )
  })
  return makeAct({ id: 'bench', language: 'ru', tradition: 'kz', profile: 'law' }, units)
}

function randomTrial(command: Command): Trial {
  const ids = allUnits(base)
  const target = random() < 0.5 ? articleAt(random) : pick(ids)
  const unit = random() < 0.4 ? target : pick(ids)
  const offset = Math.floor(random() * 10)
  return { command, edit: editFor(command, target), unit, offset }
}

function editFor(command: Command, unit: UnitId): UnitEdit {
  const other = articleAt(random)
  switch (command) {
    case 'move': {
      const after = other === unit || random() < 0.2 ? null : other
      return { kind: 'move', unit, to: { parent: null, after } }
    }
    case 'split':
      return { kind: 'split', unit, block: 0, offset: 8, newUnit: unitId('new'), newLabel: 'n' }
    case 'join':
      return { kind: 'join', unit, into: unitId(String(unit === 'a0' ? 'a1' : 'a0')) }
    case 'insert': {
      const made = makeUnit(
        { id: unitId('new'), kind: 'article', label: 'n' },
        { heading: 'Новая статья', body: [makeParagraph('Новые слова.')] },
      )
      return { kind: 'insert', unit: made, at: { parent: null, after: other } }
    }
    case 'repeal':
      return { kind: 'setState', unit, state: 'repealed' }
    case 'remove':
      return { kind: 'remove', unit }
  }
}

function oursMerged({ edit, unit, offset }: Trial): { act: Act; isReported: boolean } {
  const a = docOf(seed)
  const b = docOf(seed)
  if (!applyEdit(a, edit).ok) throw new Error('every edit of the trials can be done')
  b.transact(() => carry(b, base, typed(base, unit, offset)))
  merge(a, b)
  const view = createDraftView(a)
  if (!view.act.eq(projectAct(b))) throw new Error('the replicas differ')
  view.act.check()
  const isReported = view.conflicts.some((c) => 'words' in c && c.words.includes(WORD))
  return { act: view.act, isReported }
}

function stockMerged({ edit, unit, offset }: Trial): Act {
  const a = docOf(stockSeed)
  const b = docOf(stockSeed)
  const after = applyEditToAct(base, edit)
  if (!after.ok) throw new Error(after.problem.message)
  writeStock(a, after.value)
  writeStock(b, typed(base, unit, offset))
  merge(a, b)
  return yXmlFragmentToProseMirrorRootNode(a.getXmlFragment('act'), schema)
}

/** As the stock binding does: the nodes it read are mapped to the shared types, then the new act is written. */
function writeStock(doc: Y.Doc, act: Act): void {
  const fragment = doc.getXmlFragment('act')
  const binding = { mapping: new Map(), isOMark: new Map() }
  updateYFragment(doc, fragment, base, binding)
  updateYFragment(doc, fragment, act, binding)
}

function seedStock(): Uint8Array {
  const doc = new Y.Doc()
  updateYFragment(doc, doc.getXmlFragment('act'), base, { mapping: new Map(), isOMark: new Map() })
  return Y.encodeStateAsUpdate(doc)
}

function judge(trial: Trial, { act, isReported }: { act: Act; isReported: boolean }, tally: Tally) {
  const homes = new Set<UnitId>([trial.unit])
  if (trial.edit.kind === 'split' && trial.edit.unit === trial.unit) homes.add(unitId('new'))
  if (trial.edit.kind === 'join' && trial.edit.unit === trial.unit) homes.add(trial.edit.into)
  const found: string[] = []
  let damaged = 0
  const expected = applyEditToAct(base, trial.edit)
  const wanted = expected.ok ? ownWords(expected.value) : new Map<string, string>()
  const actual = ownWords(act)
  for (const [id, words] of actual) {
    for (let i = 1; i < words.split(WORD).length; i++) found.push(id)
    if (!homes.has(unitId(id)) && words.replaceAll(WORD, '') !== wanted.get(id)) damaged++
  }
  for (const id of wanted.keys()) if (!actual.has(id)) damaged++
  if (damaged > 0) tally.damaged++
  if (found.length > 1) tally.doubled++
  if (found.some((id) => !homes.has(unitId(id)))) tally.wrong++
  else if (found.length > 0) tally.right++
  else if ([...homes].some((id) => wanted.has(id))) tally.lost++
  else {
    tally.removed++
    if (isReported) tally.reported++
  }
}

function ownWords(act: Act): Map<string, string> {
  const words = new Map<string, string>()
  act.descendants((node) => {
    if (!isUnit(node)) return false
    const own = node.children.filter((child) => !isUnit(child)).map((child) => child.textContent)
    const id = String(node.attrs['id'])
    words.set(id, (words.get(id) ?? '') + own.join('\n'))
    return true
  })
  return words
}

function typed(act: Act, unit: UnitId, offset: number): Act {
  const done = applyEditToAct(act, { kind: 'setText', unit, ...textWith(act, unit, offset) })
  if (!done.ok) throw new Error(done.problem.message)
  return done.value
}

function textWith(act: Act, id: UnitId, offset: number) {
  let found: Pick<Extract<UnitEdit, { kind: 'setText' }>, 'heading' | 'body'> | undefined
  act.descendants((node) => {
    if (!isUnit(node)) return false
    if (node.attrs['id'] === id) {
      const text = node.child(headingOf(node) ? 1 : 0).textContent
      const words = `${text.slice(0, offset)}${WORD}${text.slice(offset)}`
      found = {
        heading: headingOf(node) ?? null,
        body: [makeParagraph(words), ...bodyOf(node).slice(1)],
      }
    }
    return true
  })
  if (!found) throw new Error(`no unit ${id}`)
  return found
}

function docOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

function merge(a: Y.Doc, b: Y.Doc): void {
  const fromA = Y.encodeStateAsUpdate(a)
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, fromA)
}

function allUnits(act: Act): readonly UnitId[] {
  return [...ownWords(act).keys()].map(unitId)
}

function articleAt(next: () => number): UnitId {
  return unitId(`a${Math.floor(next() * ARTICLES)}`)
}

function pick(ids: readonly UnitId[]): UnitId {
  return ids[Math.floor(random() * ids.length)] ?? unitId('a0')
}

function newTallies(): Record<Command, Tally> {
  const tally = () => ({
    right: 0,
    lost: 0,
    wrong: 0,
    doubled: 0,
    damaged: 0,
    removed: 0,
    reported: 0,
  })
  return {
    move: tally(),
    split: tally(),
    join: tally(),
    insert: tally(),
    repeal: tally(),
    remove: tally(),
  }
}

function print(name: string, tallies: Record<Command, Tally>): void {
  const rows: [string, Tally][] = Object.entries(tallies)
  const total = Object.fromEntries(
    Object.keys(tallies.move).map((key) => [
      key,
      rows.reduce((sum, [, t]) => sum + t[key as keyof Tally], 0),
    ]),
  )
  console.log(`\n${name}: ${trials} trials`)
  console.table(Object.fromEntries([...rows, ['all', total]]))
}
