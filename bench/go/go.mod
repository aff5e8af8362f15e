module serving

go 1.24
