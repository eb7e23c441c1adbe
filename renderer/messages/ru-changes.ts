import type { enChanges } from './en-changes.ts'

export const ruChanges: Readonly<Record<keyof typeof enChanges, string>> = {
  'changes.filtered':
    '{count} из {all, plural, one {# изменения} few {# изменений} many {# изменений} other {# изменений}}',
  'changes.against': 'Изменения от',
  'changes.textGone':
    'Версия, от которой показывались изменения, не читается: они показаны от действующего закона.',
  'changes.filter': 'Отобрать изменения',
  'changes.everyChange': 'Показать все изменения',
  'changes.sort': 'Что сделано',
  'changes.sort.all': 'Всё',
  'changes.sort.words': 'Изменены слова ({count})',
  'changes.sort.inserted': 'Добавлено ({count})',
  'changes.sort.removed': 'Убрано ({count})',
  'changes.sort.moved': 'Перемещено ({count})',
  'changes.sort.numbers': 'Новые номера ({count})',
  'changes.article': 'Где',
  'changes.article.all': 'Весь акт',
  'changes.author': 'Кем',
  'changes.author.all': 'Все',
  'changes.hideFollowing': 'Скрыть номера, которые лишь следуют из других изменений',
  'command.sideBySide': 'Два текста рядом',
  'sideBySide.title': 'Оба текста рядом',
  'sideBySide.before': 'Было',
  'sideBySide.after': 'Проект сейчас',
  'sideBySide.fold':
    '{count, plural, one {# элемент без изменений} few {# элемента без изменений} many {# элементов без изменений} other {# элементов без изменений}}',
  'sideBySide.foldFiltered':
    '{count, plural, one {# элемент без таких изменений} few {# элемента без таких изменений} many {# элементов без таких изменений} other {# элементов без таких изменений}}',
  'sideBySide.movedTo': 'Перемещено; новое место: {place}',
  'sideBySide.movedFrom': 'Перемещено; прежнее место: {place}',
  'sideBySide.noneSuch': 'Отбору в перечне не отвечает ни одно изменение.',
  'sideBySide.none': 'Тексты одинаковы.',
  'sideBySide.go': 'Перейти к этому месту в тексте: {place}',
  'command.package': 'Экспортировать несколько…',
}
