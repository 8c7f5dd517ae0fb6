package framing

func numberItems(*story) []Item { return nil }
