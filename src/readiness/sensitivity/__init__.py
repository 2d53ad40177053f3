"""How firm a result is: under other weights, without single parts, after small changes of answers."""
