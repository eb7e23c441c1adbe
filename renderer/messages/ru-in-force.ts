import type { enInForce } from './en-in-force.ts'

export const ruInForce: Readonly<Record<keyof typeof enInForce, string>> = {
  'inForce.label': 'Введение в действие',
  'inForce.unsaid': 'Не указано',
  'inForce.date': 'С даты',
  'inForce.days': 'Через несколько дней после опубликования',
  'inForce.publication': 'Со дня опубликования',
  'inForce.day': 'День',
  'inForce.count': 'Календарных дней',
  'inForce.ofThis': 'Когда это вводится в действие',
  'inForce.withLaw': 'Вместе с законом',
  'inForce.onDay': 'действует с {day}',
  'inForce.afterDays':
    'вводится по истечении {days, plural, one {# календарного дня} few {# календарных дней} many {# календарных дней} other {# календарного дня}} после опубликования',
  'inForce.mixed': 'выбрано разное время: выберите одно',
}
