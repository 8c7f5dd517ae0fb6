package framing

func namingItems(*story) []Item { return nil }
