using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace StoryBot.Platforms.Receiving;

/// <summary>Reads the body of a request byte for byte, as a signature over it needs.</summary>
internal static class RequestBody
{
    /// <summary>The body; null when it is longer than allowed, and then it is not read to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="longest">The most bytes.</param>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int longest)
    {
        if (request.ContentLength > longest)
        {
            return null;
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > longest)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
