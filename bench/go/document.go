package main

type document struct {
	SchemaVersion string     `json:"schemaVersion"`
	Revision      string     `json:"revision"`
	Providers     []provider `json:"providers"`
	Models        []model    `json:"models"`
	DefaultModels defaults   `json:"defaultModels"`
}

type provider struct {
	ID          string `json:"id"`
	DisplayName string `json:"displayName"`
}

type defaults struct {
	Chat           string `json:"chat"`
	FastChat       string `json:"fastChat"`
	CodeCompletion string `json:"codeCompletion"`
	FallbackChat   string `json:"fallbackChat,omitempty"`
}

type model struct {
	ModelRef      string              `json:"modelRef"`
	DisplayName   string              `json:"displayName"`
	ModelName     string              `json:"modelName"`
	Capabilities  []string            `json:"capabilities"`
	Category      string              `json:"category"`
	Status        string              `json:"status"`
	Tier          string              `json:"tier,omitempty"`
	ContextWindow contextWindow       `json:"contextWindow"`
	Cost          *cost               `json:"estimatedModelCost,omitempty"`
	AllTiers      map[string]override `json:"modelConfigAllTiers,omitempty"`
	ReleasedOn    string              `json:"releasedOn,omitempty"`
	DeprecatedOn  string              `json:"deprecatedOn,omitempty"`
	RetiresOn     string              `json:"retiresOn,omitempty"`
	Replacement   string              `json:"replacement,omitempty"`
}

type override struct {
	ContextWindow contextWindow `json:"contextWindow"`
}

type contextWindow struct {
	MaxInputTokens     int `json:"maxInputTokens"`
	MaxOutputTokens    int `json:"maxOutputTokens"`
	MaxUserInputTokens int `json:"maxUserInputTokens,omitempty"`
}

type cost struct {
	Unit               string  `json:"unit"`
	InputTokenPennies  float64 `json:"inputTokenPennies"`
	OutputTokenPennies float64 `json:"outputTokenPennies"`
}
