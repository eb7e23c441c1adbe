import type { enSuggestions } from './en-suggestions.ts'

export const ruSuggestions: Readonly<Record<keyof typeof enSuggestions, string>> = {
  'suggest.act': 'В начало акта',
  'suggest.ask.inForce': 'Предложить восстановить элемент',
  'suggest.ask.insert': 'Предложить новый элемент',
  'suggest.ask.move': 'Предложить переместить элемент',
  'suggest.ask.remove': 'Предложить убрать элемент',
  'suggest.ask.repeal': 'Предложить исключить элемент',
  'suggest.behind': 'После: {place}',
  'suggest.by.here': '{name} предлагает переместить сюда: {unit}',
  'suggest.by.inForce': '{name} предлагает восстановить',
  'suggest.by.insert': '{name} предлагает дополнить',
  'suggest.by.move': '{name} предлагает переместить. {where}',
  'suggest.by.remove': '{name} предлагает убрать',
  'suggest.by.repeal': '{name} предлагает исключить',
  'suggest.changed':
    'Слова элемента изменились после того, как было сделано предложение: прочтите их, прежде чем принять.',
  'suggest.first': 'В начало: {place}',
  'suggest.heading': 'Заголовок',
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
  'suggest.number': 'Номер',
  'suggest.remove': 'Убрать',
  'suggest.repeal': 'Исключить',
  'suggest.text': 'Текст: каждая строка — абзац; строки с номерами — элементы в нём',
  'suggest.withdraw': 'Отозвать своё предложение',
  'suggest.written': 'Сноска — [[1: её слова]], перенос строки — ⏎, строка таблицы — | а | б |.',
}
