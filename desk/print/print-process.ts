import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { PRINT_DATA, PRINT_TEMPLATE } from '#shared/export/print/template.ts'
import type { Printed, PrintOrder, PrintTold } from './print-pdf.ts'

/** Covers Kazakh Cyrillic; its licence (OFL) lets it be embedded. */
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']

/** A folder that holds nothing: the template reads only what is laid before it in memory. */
const WORKSPACE = path.resolve('/bapta-print')

/** Each pass replaces all characters that it finds without a glyph; replacing leaves none to find. */
const PASSES = 4

/** Now and then the compiler mixes the numbers of lines into the tags of a table that crosses pages. */
const BROKEN_TABLE = /invalid table \(Table\) structure/u

/** Made while the order is still on its way. */
const compiler = NodeCompiler.create({
  workspace: WORKSPACE,
  fontArgs: [{ fontBlobs: FACES.map(face) }],
})

process.once('message', (order: PrintOrder) => {
  tell({ begun: true }, () => tell(printed(order)))
})
// Nobody waits any more.
process.once('disconnect', () => process.exit())

function tell(told: PrintTold, then = () => {}): void {
  process.send?.(told, then)
}

function printed(order: PrintOrder): Printed {
  let text = order.document
  for (let pass = 1; ; pass++) {
    const set = onePass(text, order)
    if ('pdf' in set || pass === PASSES) return set
    const next = mended(text, set.fault)
    if (next === text) return set
    text = next
  }
}

/** What another pass may set: a document without what the compiler complained of. */
function mended(text: string, fault: string): string {
  // Within words a quotation mark is escaped: this is the property and nothing else.
  if (BROKEN_TABLE.test(fault)) return text.replace('"lineNumbers":true', '"lineNumbers":false')
  // A character that the font lacks is shown by its code, so that none goes unseen.
  return charactersWithoutGlyph(fault).reduce(
    (mending, character) => mending.replaceAll(character, codeOf(character)),
    text,
  )
}

function onePass(text: string, { standard, day }: PrintOrder): Printed {
  compiler.mapShadow(path.join(WORKSPACE, PRINT_DATA), Buffer.from(text))
  const compiled = compiler.compile({ mainFileContent: PRINT_TEMPLATE })
  const { result } = compiled
  if (!result) return { fault: reasonOf(compiled.takeError()?.shortDiagnostics) }
  try {
    return {
      pdf: compiler.pdf(result, {
        pdfStandard: standard,
        creationTimestamp: Date.parse(day) / 1000,
      }),
    }
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

/** As the compiler tells of them: the text `"漢"` could not be displayed with font … */
function charactersWithoutGlyph(fault: string): readonly string[] {
  const told = fault.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)
  return [...new Set([...told].flatMap(([, text = '']) => [...unescaped(text)]))]
}

function unescaped(text: string): string {
  return text.replaceAll(/\\+u\{([0-9a-f]+)\}/giu, (_, code) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
}

function codeOf(character: string): string {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  return `[U+${code}]`
}

function face(name: string): Buffer {
  const file = `@expo-google-fonts/noto-serif/${name}/NotoSerif_${name}.ttf`
  return readFileSync(createRequire(import.meta.url).resolve(file))
}

function reasonOf(diagnostics: readonly { readonly message?: unknown }[] | undefined): string {
  return diagnostics?.map(({ message }) => String(message)).join('; ') ?? 'no reason given'
}
