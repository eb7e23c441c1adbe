import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { present } from '#shared/base/assert.ts'
import { type Problem, problem } from '#shared/base/problem.ts'

/**
 * What is wrong with an Akoma Ntoso document by the schema of OASIS Standard 1.0; nothing where it is
 * valid. The place of each fault is told by line and by the nearest eId before it.
 */
export function validateAkn(source: string): readonly Problem[] {
  let document: XmlDocument | undefined
  try {
    document = XmlDocument.fromString(source)
    validator().validate(document)
    return []
  } catch (fault) {
    if (fault instanceof XmlValidateError) return fault.details.map((one) => told(source, one))
    if (fault instanceof XmlLibError) return fault.details.map((one) => told(source, one))
    throw fault
  } finally {
    document?.dispose()
  }
}

interface Fault {
  readonly message: string
  readonly line: number
}

function told(source: string, { message, line }: Fault): Problem {
  const said = message.trim().replaceAll(/\{http:[^}]*\}/g, '')
  const at = eIdBefore(source, line)
  const place = at === undefined ? `line ${line}` : `line ${line}, in ${at}`
  return problem('desk/akn-invalid', { place, said })
}

function eIdBefore(source: string, line: number): string | undefined {
  const lines = source.split('\n').slice(0, line)
  for (const text of lines.reverse()) {
    const id = [...text.matchAll(/ eId="([^"]*)"/g)].at(-1)?.[1]
    if (id !== undefined) return id
  }
  return undefined
}

let compiled: XsdValidator | undefined

/** Compiling the schema takes about a second, once. */
function validator(): XsdValidator {
  if (compiled) return compiled
  const folder = schemaFolder()
  const file = (name: string) => readFileSync(path.join(folder, name))
  xmlRegisterInputProvider(
    new XmlBufferInputProvider({ 'xml.xsd': file('xml.xsd'), './xml.xsd': file('xml.xsd') }),
  )
  const schema = XmlDocument.fromBuffer(file('akomantoso30.xsd'), { url: 'akomantoso30.xsd' })
  compiled = XsdValidator.fromDoc(schema)
  schema.dispose()
  return compiled
}

/** The schema lies at the top of the program, above the folder that this code runs from. */
function schemaFolder(): string {
  const above = [import.meta.dirname]
  for (let at = import.meta.dirname; path.dirname(at) !== at; at = path.dirname(at)) {
    above.push(path.dirname(at))
  }
  const folders = above.map((folder) => path.join(folder, 'third-party', 'akn'))
  return present(folders.find(existsSync), 'the schema of Akoma Ntoso comes with the program')
}
