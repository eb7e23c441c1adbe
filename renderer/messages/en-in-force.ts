/** When the amending law and its parts come into force. */
export const enInForce = {
  'inForce.label': 'Comes into force',
  'inForce.unsaid': 'Not said',
  'inForce.date': 'On a date',
  'inForce.days': 'Days after publication',
  'inForce.publication': 'With its publication',
  'inForce.day': 'Day',
  'inForce.count': 'Calendar days',
  'inForce.ofThis': 'When this comes into force',
  'inForce.withLaw': 'With the law',
  'inForce.onDay': 'in force from {day}',
  'inForce.afterDays':
    'in force {days, plural, one {# calendar day} other {# calendar days}} after publication',
  'inForce.mixed': 'different times are chosen: choose one',
}
