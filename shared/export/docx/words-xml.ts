import { xmlText } from '../xml-text.ts'

/** Words in elements of one name, breaks and tabs as Word has them. */
export function breaksXml(text: string, tag: string): string {
  if (!text.includes('\n') && !text.includes('\t')) return textXml(text, tag)
  return text
    .split(/([\n\t])/)
    .map((piece) => {
      if (piece === '\n') return '<w:br/>'
      if (piece === '\t') return '<w:tab/>'
      return piece === '' ? '' : textXml(piece, tag)
    })
    .join('')
}

function textXml(text: string, tag: string): string {
  return `<${tag} xml:space="preserve">${xmlText(text)}</${tag}>`
}
