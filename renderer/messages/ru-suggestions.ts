import type { enSuggestions } from './en-suggestions.ts'

export const ruSuggestions: Readonly<Record<keyof typeof enSuggestions, string>> = {
  'suggest.acceptAll': 'Принять все ({count})',
  'suggest.act': 'В начало акта',
  'suggest.addBlocks': 'Новый текст',
  'suggest.ask.change': 'Предложить изменение',
  'suggest.ask.inForce': 'Предложить восстановить элемент',
  'suggest.ask.insert': 'Предложить новый элемент',
  'suggest.ask.move': 'Предложить переместить элемент',
  'suggest.ask.remove': 'Предложить убрать элемент',
  'suggest.ask.repeal': 'Предложить исключить элемент',
  'suggest.behind': 'После: {place}',
  'suggest.by.addBlocks': '{name} предлагает добавить',
  'suggest.by.dropBlock':
    '{count, plural, one {{name} предлагает} few {{name} предлагают} many {{name} предлагают} other {{name} предлагают}} убрать этот текст',
  'suggest.by.here': '{name} предлагает переместить сюда: {unit}',
  'suggest.by.inForce':
    '{count, plural, one {{name} предлагает} few {{name} предлагают} many {{name} предлагают} other {{name} предлагают}} восстановить',
  'suggest.by.insert': '{name} предлагает дополнить',
  'suggest.by.move':
    '{count, plural, one {{name} предлагает} few {{name} предлагают} many {{name} предлагают} other {{name} предлагают}} переместить. {where}',
  'suggest.by.remove':
    '{count, plural, one {{name} предлагает} few {{name} предлагают} many {{name} предлагают} other {{name} предлагают}} убрать',
  'suggest.by.repeal':
    '{count, plural, one {{name} предлагает} few {{name} предлагают} many {{name} предлагают} other {{name} предлагают}} исключить',
  'suggest.changed':
    'Слова элемента изменились после того, как было сделано предложение: прочтите их, прежде чем принять.',
  'suggest.dropBlock': 'Убрать текст',
  'suggest.first': 'В начало: {place}',
  'suggest.heading': 'Заголовок',
  'suggest.how':
    'Здесь вы предлагаете: выделите слова и печатайте поверх них или предложите другие слова для всего абзаца ({keys}).',
  'suggest.inForce': 'Восстановить',
  'suggest.insert': 'Дополнить',
  'suggest.late.done': 'В проекте уже так: отметьте предложение как решённое.',
  'suggest.late.place-gone':
    'Место, для которого сделано предложение, убрано: впишите его в другое место сами или отклоните.',
  'suggest.late.unit-gone': 'Элемент убран: сначала верните его или отклоните предложение.',
  'suggest.move': 'Переместить',
  'suggest.newer':
    'Предложение сделано в более новой версии Bapta: обновите программу, чтобы увидеть его и решить.',
  'suggest.none': 'Это предложить нельзя: оставьте комментарий к элементу.',
  'suggest.nowhere': 'Поставьте курсор в абзац или выделите слова, среди которых нет таблицы.',
  'suggest.number': 'Номер',
  'suggest.part': 'Одно изменение: часть {part} из {all}',
  'suggest.parts': 'Что предлагается',
  'suggest.rejectAll': 'Отклонить все ({count})',
  'suggest.remove': 'Убрать',
  'suggest.repeal': 'Исключить',
  'suggest.text': 'Текст: каждая строка — абзац; строки с номерами — элементы в нём',
  'suggest.withdraw': 'Отозвать своё предложение',
  'suggest.written': 'Сноска — [[1: её слова]], перенос строки — ⏎, строка таблицы — | а | б |.',
}
