// Synth
