module trial

go 1.22

require modelconfig v0.0.0
