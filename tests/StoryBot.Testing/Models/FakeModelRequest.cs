using System.Text.Json;

namespace StoryBot.Testing.Models;

/// <summary>A request that a <see cref="FakeModelServer"/> received.</summary>
public sealed record FakeModelRequest(string Path, string Authorization, JsonElement Body);
