/** A page that the host itself writes, where the window cannot be shown. */
export type PageName = 'no-session' | 'not-found'

type Language = 'en' | 'ru' | 'kk'

const PAGES: Readonly<Record<PageName, Readonly<Record<Language, readonly [string, string]>>>> = {
  'no-session': {
    en: [
      'This address opens Bapta only once',
      'Go to the tab where Bapta is open; or stop Bapta in the terminal, start it again, and open the new address that it prints.',
    ],
    ru: [
      'По этому адресу Bapta открывается только один раз',
      'Перейдите во вкладку, где Bapta уже открыта; или остановите Bapta в терминале, запустите снова и откройте новый адрес, который она напечатает.',
    ],
    kk: [
      'Bapta бұл мекенжай бойынша бір-ақ рет ашылады',
      'Bapta ашық тұрған қойындыға өтіңіз; немесе терминалда Bapta-ны тоқтатып, қайта іске қосыңыз да, ол басып шығарған жаңа мекенжайды ашыңыз.',
    ],
  },
  'not-found': {
    en: ['Bapta has no page here', 'Open the start page.'],
    ru: ['Здесь у Bapta нет страницы', 'Откройте начальную страницу.'],
    kk: ['Мұнда Bapta-ның беті жоқ', 'Бастапқы бетті ашыңыз.'],
  },
}

/** The page as HTML in the first language of `accepted` (an `Accept-Language` header) that it has. */
export function page(name: PageName, accepted: string | undefined): string {
  const language = firstLanguage(accepted ?? '')
  const [title, advice] = PAGES[name][language]
  const remedy = name === 'not-found' ? `<a href="/">${advice}</a>` : advice
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<h1>${title}</h1>
<p>${remedy}</p>
</html>
`
}

function firstLanguage(accepted: string): Language {
  for (const part of accepted.toLowerCase().split(',')) {
    const tag = part.trim().slice(0, 2)
    if (tag === 'en' || tag === 'ru' || tag === 'kk') return tag
  }
  return 'en'
}
