import { startTag } from '../markup.ts'
import { AKN_NAMESPACE, BAPTA_NAMESPACE, localName, prefixOf } from '../names.ts'
import type { MarkupListener } from '../scanner.ts'
import { tokenSteps } from '../tokens.ts'
import type { ChangesTold } from '../write-context.ts'
import { BAPTA } from '../write-meta.ts'

/** What stands in `meta`, in its order. */
const ORDER = [
  'identification',
  'publication',
  'classification',
  'lifecycle',
  'workflow',
  'analysis',
  'temporalData',
  'references',
  'notes',
  'proprietary',
  'presentation',
]

/**
 * A document of others whose metadata tells the changes besides what it told before. One of another
 * release or without metadata is given back as it is.
 */
export function withChanges(text: string, { passive, references }: ChangesTold): string {
  if (passive.length === 0) return text
  const meta = new FirstMeta()
  const steps = tokenSteps(text, meta)
  while (!meta.isRead && !steps.next().done);
  const { prefix, children } = meta
  if (meta.namespace !== AKN_NAMESPACE || children.length === 0) return text
  const name = (local: string) => `${prefix}${local}`
  const element = (local: string, attributes: Readonly<Record<string, string>>, inner: string) =>
    `${startTag(name(local), attributes)}${inner}</${name(local)}>`
  const inOwn = (markup: string) =>
    prefix === '' ? markup : markup.replaceAll(/<(\/?)(?=[A-Za-z]+[\s>/])/g, `<$1${prefix}`)
  const source = { source: '#bapta' }
  const declaring = { ...source, 'xmlns:bapta': BAPTA_NAMESPACE }
  const analysis = element(
    'analysis',
    declaring,
    element('passiveModifications', {}, inOwn(passive.join('\n'))),
  )
  const all = /\seId=["']bapta["']/.test(text) ? references : [...references, BAPTA]
  const named = element('references', source, inOwn(all.join('\n')))
  const [first, second] = [meta.endOf('analysis'), meta.endOf('references')]
  return `${text.slice(0, first)}\n${analysis}${text.slice(first, second)}\n${named}${text.slice(second)}`
}

/** Where the parts of the document's own metadata end. */
class FirstMeta implements MarkupListener {
  isRead = false
  namespace: string | undefined
  prefix = ''
  readonly children: { readonly local: string; readonly end: number }[] = []
  private readonly path: string[] = []

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.path.length === 0) {
      this.prefix = prefixOf(name)
      const declares = this.prefix === '' ? 'xmlns' : `xmlns:${this.prefix.slice(0, -1)}`
      this.namespace = attributes[declares]
    }
    this.path.push(localName(name))
  }

  close(_name: string, _start: number, end: number): void {
    const local = this.path.pop() ?? ''
    if (this.isRead) return
    if (local === 'meta') this.isRead = true
    else if (this.path.at(-1) === 'meta') this.children.push({ local, end })
  }

  text(): void {}

  instruction(): void {}

  /** Where an element of that name may come: behind all that go before it. */
  endOf(local: string): number {
    const rank = ORDER.indexOf(local)
    const before = this.children.filter((child) => ORDER.indexOf(child.local) <= rank)
    return before.at(-1)?.end ?? this.children[0]?.end ?? 0
  }
}
