package text

// Numbers returns the amounts in s; years and the numbers of dates are left out.
func Numbers(s, lang string) []Number { return nil }

// Dates returns the days, months, years and weekdays named in s.
func Dates(s, lang string) []Date { return nil }
