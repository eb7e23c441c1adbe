import type { enImport } from './en-import.ts'

export const ruImport: Readonly<Record<keyof typeof enImport, string>> = {
  'import.cutOff': 'Связь прервалась во время импорта файла.',
  'import.keepAll': 'Импортировать все ({count})',
  'import.look': 'Посмотреть…',
  'import.pasted': 'Вставленный текст',
  'import.read':
    '{units, plural, one {# элемент} few {# элемента} many {# элементов} other {# элемента}}, {problems, plural, =0 {проверять нечего} one {проверить # место} few {проверить # места} many {проверить # мест} other {проверить # места}}',
  'import.tryAgain': 'Прочитать ещё раз',
  'preview.act': 'Акт в файле',
  'preview.asText': 'Не элемент: слова продолжают предыдущий',
  'preview.choose': 'Выберите элемент, чтобы исправить его.',
  'preview.clean': 'Сомнительных мест нет.',
  'preview.correct': 'Исправить выбранный элемент',
  'preview.drop': 'Не импортировать',
  'preview.indent': 'На уровень глубже',
  'preview.keep': 'Импортировать',
  'preview.keepAndOpen': 'Импортировать и открыть',
  'preview.kind': 'Вид',
  'preview.more': 'и ещё {count}',
  'preview.outdent': 'На уровень выше',
  'preview.source': 'Текст файла',
  'preview.structure': 'Распознанная структура',
  'preview.title': 'Импорт: {name}',
  'preview.tracked': 'В файле есть отслеживаемые изменения: исправьте структуру в самом файле.',
  'preview.undo': 'Отменить исправление',
}
