export type Language = 'en' | 'ru' | 'kk'

/** What the desktop itself says; the window's own words are in its catalogues. */
export interface Words {
  readonly file: string
  readonly newWindow: string
  readonly open: string
  readonly lawTexts: string
  readonly close: string
  readonly quit: string
  readonly edit: string
  readonly undo: string
  readonly redo: string
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly selectAll: string
  readonly view: string
  readonly larger: string
  readonly smaller: string
  readonly actualSize: string
  readonly fullScreen: string
  readonly unsaved: string
  readonly stay: string
  readonly leave: string
  readonly deskFailed: string
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    file: 'File',
    newWindow: 'New window',
    open: 'Import text…',
    lawTexts: 'Texts of law',
    close: 'Close window',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    larger: 'Larger',
    smaller: 'Smaller',
    actualSize: 'Actual size',
    fullScreen: 'Full screen',
    unsaved: 'Some of what you wrote is not saved yet.',
    stay: 'Stay',
    leave: 'Close and lose it',
    deskFailed: 'Bapta cannot open its library.',
  },
  ru: {
    file: 'Файл',
    newWindow: 'Новое окно',
    open: 'Импортировать текст…',
    lawTexts: 'Тексты законов',
    close: 'Закрыть окно',
    quit: 'Выйти',
    edit: 'Правка',
    undo: 'Отменить',
    redo: 'Повторить',
    cut: 'Вырезать',
    copy: 'Копировать',
    paste: 'Вставить',
    selectAll: 'Выделить всё',
    view: 'Вид',
    larger: 'Крупнее',
    smaller: 'Мельче',
    actualSize: 'Обычный размер',
    fullScreen: 'Во весь экран',
    unsaved: 'Часть написанного ещё не сохранена.',
    stay: 'Остаться',
    leave: 'Закрыть и потерять',
    deskFailed: 'Bapta не может открыть свою библиотеку.',
  },
  kk: {
    file: 'Файл',
    newWindow: 'Жаңа терезе',
    open: 'Мәтінді импорттау…',
    lawTexts: 'Заң мәтіндері',
    close: 'Терезені жабу',
    quit: 'Шығу',
    edit: 'Түзету',
    undo: 'Болдырмау',
    redo: 'Қайталау',
    cut: 'Қиып алу',
    copy: 'Көшіру',
    paste: 'Қою',
    selectAll: 'Барлығын белгілеу',
    view: 'Көрініс',
    larger: 'Үлкейту',
    smaller: 'Кішірейту',
    actualSize: 'Қалыпты өлшем',
    fullScreen: 'Толық экран',
    unsaved: 'Жазғаныңыздың бір бөлігі әлі сақталған жоқ.',
    stay: 'Қалу',
    leave: 'Жауып, жоғалту',
    deskFailed: 'Bapta өз кітапханасын аша алмай тұр.',
  },
}

/** The desktop's language as one that Bapta has. */
export function languageOf(locale: string): Language {
  const tag = locale.toLowerCase().split('-')[0]
  return tag === 'ru' || tag === 'kk' ? tag : 'en'
}
