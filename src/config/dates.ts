/** A day `YYYY-MM-DD` as its first moment in UTC; nothing for text that is no day of the calendar. */
export function parseDay(text: string): Date | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? calendarDate(`${text}T00:00:00Z`) : undefined;
}

/** A moment `YYYY-MM-DDThh:mm:ssZ`; nothing for text that is no such moment. */
export function parseMoment(text: string): Date | undefined {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) ? calendarDate(text) : undefined;
}

/** The day of a moment in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

export function addDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * 86_400_000);
}

/** Nothing for 30 February, which `Date` would read as 1 or 2 March. */
function calendarDate(text: string): Date | undefined {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().replace('.000', '') === text ? date : undefined;
}
