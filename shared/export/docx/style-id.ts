import type { Role } from '../page/page.ts'

/** The id of the paragraph style that prints a role. */
export function styleId({ name, level }: Role): string {
  switch (name) {
    case 'title':
      return 'ActTitle'
    case 'preface':
      return 'Preface'
    case 'division':
      return `Heading${level}`
    case 'article':
      return `Article${level}`
    case 'sentence':
      return `ArticleWords${level}`
    case 'text':
      return 'BodyText'
    case 'note':
      return 'Note'
    case 'foreign':
      return 'Foreign'
    case 'cell':
      return 'TableText'
    case 'cellHeader':
      return 'TableHeading'
  }
}
